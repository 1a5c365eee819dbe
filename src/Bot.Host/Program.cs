using Bot.Host.CommandLine;

return await CommandLineApp.RunAsync(args, Surroundings.OfProcess(), CancellationToken.None);
