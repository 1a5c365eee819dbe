using System.CommandLine;
using Bot.Benchmarks.Compare;

var root = new RootCommand("Measures the index engine.") { CompareCommand.Define() };
return await root.Parse(args).InvokeAsync();
