using Bot.Host.CommandLine;

var surroundings = Surroundings.OfProcess();
using var signals = new TerminationSignals(surroundings.Clock);
return await CommandLineApp.RunAsync(args, surroundings, signals.Requested);
