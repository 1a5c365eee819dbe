using Bot.Retrieval.Answering.Generated;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Bot.Host.Models;

/// <summary>Tries again where that may help, waits as long as the endpoint asks, and leaves an endpoint alone that keeps failing.</summary>
internal sealed class ModelResilience
{
    private const int Retries = 2;
    private const int FailuresToOpen = 4;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan FailuresWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LeftAlone = TimeSpan.FromSeconds(30);

    private readonly ResiliencePipeline _pipeline;
    private readonly TimeSpan _tryTimeout;

    /// <param name="tryTimeout">How long one try may take until the response begins.</param>
    /// <param name="longestWait">A wait that the endpoint asks for is waited up to this; a longer one is a failure.</param>
    /// <param name="clock">For delays and timeouts.</param>
    /// <param name="random">From 0 to 1; spreads tries that would come at once.</param>
    public ModelResilience(TimeSpan tryTimeout, TimeSpan longestWait, TimeProvider clock, Func<double> random)
    {
        _tryTimeout = tryTimeout;
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = Retries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = FirstDelay,
                UseJitter = true,
                Randomizer = random,
                ShouldHandle = new PredicateBuilder().Handle<ModelException>(failure => failure.IsTransient && (failure.RetryAfter ?? TimeSpan.Zero) <= longestWait),
                DelayGenerator = arguments => ValueTask.FromResult((arguments.Outcome.Exception as ModelException)?.RetryAfter),
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = 1,
                MinimumThroughput = FailuresToOpen,
                SamplingDuration = FailuresWithin,
                BreakDuration = LeftAlone,
                ShouldHandle = new PredicateBuilder()
                    .Handle<ModelException>(failure => failure.Failure is not (ModelFailure.Rejected or ModelFailure.Filtered))
                    .Handle<TimeoutRejectedException>(),
            })
            .AddTimeout(tryTimeout)
            .Build();
    }

    /// <exception cref="ModelException">All tries failed, or the endpoint is left alone for now.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        try
        {
            return await _pipeline.ExecuteAsync(async token => await attempt(token), cancellationToken);
        }
        catch (BrokenCircuitException ex)
        {
            throw new ModelException(ModelFailure.CircuitOpen, $"the endpoint failed {FailuresToOpen} times and is left alone for {LeftAlone.TotalSeconds:0} s", ex);
        }
        catch (TimeoutRejectedException ex)
        {
            throw new ModelException(ModelFailure.SlowStart, $"no response began within {_tryTimeout.TotalSeconds:0.#} s", ex);
        }
    }
}
