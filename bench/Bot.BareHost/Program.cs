using Bot.BareHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// The least that a worker on the generic host can be: what the bot's start is compared with.
var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddHostedService<ReadyService>();
await builder.Build().RunAsync();
