using Bot.Host.Conversations;
using Bot.Host.Settings;
using Bot.Testing;
using FsCheck.Fluent;
using Microsoft.Extensions.Options;

namespace Bot.Host.Tests.Conversations;

public sealed class QuestionLimitsTests
{
    [Fact]
    public void No_window_of_a_person_has_more_than_allowed_and_nobody_is_told_twice_in_one() => FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(0, 30).ArrayOf().ToArbitrary(), pauses =>
        {
            var clock = new ManualTimeProvider();
            var limits = new QuestionLimits(Options.Create(new ConversationsSettings { QuestionsPerUserPerMinute = 3, QuestionsPerMinute = 0 }), clock);
            var (began, allowed, told, right) = (clock.GetUtcNow(), 0, 0, true);
            foreach (var pause in pauses)
            {
                clock.Advance(TimeSpan.FromSeconds(pause));
                if (clock.GetUtcNow() - began >= TimeSpan.FromMinutes(1) || allowed == 0)
                {
                    (began, allowed, told) = (clock.GetUtcNow(), 0, 0);
                }
                switch (limits.Take("fake", "ann"))
                {
                    case LimitDecision.Allowed:
                        allowed++;
                        break;
                    case LimitDecision.UserLimited limited:
                        told += limited.Tell ? 1 : 0;
                        right &= allowed == 3 && began + TimeSpan.FromMinutes(1) == clock.GetUtcNow() + limited.Left;
                        break;
                }
                right &= allowed <= 3 && told <= 1;
            }
            return right;
        }));

    [Fact]
    public void Zero_is_no_limit()
    {
        var limits = new QuestionLimits(
            Options.Create(new ConversationsSettings { QuestionsPerUserPerMinute = 0, QuestionsPerMinute = 0 }), new ManualTimeProvider());

        Assert.All(Enumerable.Range(0, 5000), _ => Assert.IsType<LimitDecision.Allowed>(limits.Take("fake", "ann")));
    }

    [Fact]
    public void People_of_different_chats_are_different_people()
    {
        var limits = new QuestionLimits(Options.Create(new ConversationsSettings { QuestionsPerUserPerMinute = 1 }), new ManualTimeProvider());

        Assert.IsType<LimitDecision.Allowed>(limits.Take("one", "ann"));
        Assert.IsType<LimitDecision.Allowed>(limits.Take("two", "ann"));
        Assert.IsType<LimitDecision.UserLimited>(limits.Take("one", "ann"));
    }
}
