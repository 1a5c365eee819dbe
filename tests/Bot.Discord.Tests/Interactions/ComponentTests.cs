using Bot.Discord.Interactions;

namespace Bot.Discord.Tests.Interactions;

public sealed class ComponentTests
{
    private static readonly Component Button = Component.Button("id", "label");

    [Fact]
    public void Holds_Discords_limits()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Component.Button(new('x', 101), "label"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Component.Button("id", new('x', 81)));
        Assert.Throws<ArgumentException>(() => Component.Button("", "label"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Component.LinkButton("https://example.org/" + new string('x', 500), "label"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Component.Row());
        Assert.Throws<ArgumentOutOfRangeException>(() => Component.Row(Button, Button, Button, Button, Button, Button));
        Assert.Throws<ArgumentOutOfRangeException>(() => Component.Select("id", [.. Enumerable.Repeat(new SelectOption("a", "b"), 26)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Component.TextField("id", new('x', 46)));
    }

    [Fact]
    public void Takes_what_is_just_within_them()
    {
        Assert.Equal(100, Component.Button(new('x', 100), new('x', 80)).CustomId!.Length);
        Assert.Equal(5, Component.Row(Button, Button, Button, Button, Button).Components!.Count);
        Assert.Equal(25, Component.Select("id", [.. Enumerable.Repeat(new SelectOption("a", "b"), 25)], "pick").Options!.Count);
    }
}
