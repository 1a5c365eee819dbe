using Bot.Host.Settings;
using Bot.Host.Tests.Support;

namespace Bot.Host.Tests.Settings;

public sealed class BotHomeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_current_folder_is_home_when_it_has_seeds()
    {
        var (here, program) = (_folder.CreateFolder("here"), _folder.CreateFolder("program"));
        _folder.CreateFolder("here/seeds");
        _folder.CreateFolder("program/seeds");

        Assert.Equal(here, BotHome.Find(here, program).Folder);
    }

    [Fact]
    public void The_programs_folder_is_home_when_only_it_has_settings()
    {
        var (here, program) = (_folder.CreateFolder("here"), _folder.CreateFolder("program"));
        _folder.Write("program/appsettings.json", "{}");

        Assert.Equal(program, BotHome.Find(here, program).Folder);
    }

    [Fact]
    public void The_repository_around_the_program_is_home_from_anywhere_else()
    {
        var (here, program) = (_folder.CreateFolder("here"), _folder.CreateFolder("repository/src/bin"));
        var seeds = _folder.CreateFolder("repository/seeds");
        _folder.Write("repository/Bot.sln", "");

        var home = BotHome.Find(here, program);

        Assert.Equal(Path.GetDirectoryName(seeds), home.Folder);
        Assert.Equal([Path.Combine(here, "seeds"), seeds], home.Candidates("seeds"));
        Assert.Equal(Path.Combine(home.Folder, "data"), home.Resolve("data"));
    }

    [Fact]
    public void Where_nothing_is_found_the_current_folder_is_home()
    {
        var (here, program) = (_folder.CreateFolder("here"), _folder.CreateFolder("program"));

        Assert.Equal(here, BotHome.Find(here, program).Folder);
        Assert.Equal(["/srv/documents"], BotHome.Find(here, program).Candidates("/srv/documents"));
    }
}
