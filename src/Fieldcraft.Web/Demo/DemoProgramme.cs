using System.Text.Json;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Demo;

internal sealed record ToldRoutine(string Name, int Minutes, string Header, string Sequence);

internal sealed record ToldBlock(LocalText? Title, LocalText? Aim, LocalText? Message, LocalText? Activity, LocalText? Guide);

internal sealed record ToldQuestion(LocalText Q, LocalText? A);

internal sealed record ToldSlide(string Title, string Text, string Narration);

internal sealed record ToldFilm(
    string Block,
    IReadOnlyDictionary<string, string> Title,
    IReadOnlyDictionary<string, List<ToldSlide>> Slides
);

internal sealed record ToldPilot(int DaysBefore, string Team, int Minutes, string Lesson);

internal sealed record ToldSecond(int DaysBefore, string Note, string Block, LocalText Guide, ToldQuestion Question);

internal sealed record ToldModule(
    string Title,
    string Customer,
    string Strategy,
    int BusinessIn,
    string BusinessReason,
    IReadOnlyList<string> AlsoIn,
    IReadOnlyList<LocalText> Aims,
    IReadOnlyList<LocalText> Signs,
    IReadOnlyList<LocalText> Materials,
    LocalText Huddle,
    LocalText? Same,
    LocalText? New,
    IReadOnlyDictionary<string, ToldBlock> Blocks,
    IReadOnlyList<ToldQuestion> Questions,
    IReadOnlyList<ToldFilm> Films,
    IReadOnlyList<ToldPilot> Pilots,
    int? PublishedDaysBefore,
    ToldSecond? Second
);

internal sealed record ToldProgramme(string Name, string Purpose, ToldRoutine Routine, IReadOnlyList<ToldModule> Modules);

/// <summary>
/// "Everyday service": three modules for the whole of Meridian Post. The first is being taught for two weeks and has a second edition, the second
/// opens in three weeks, the third is being written.
/// </summary>
internal sealed class DemoProgramme
{
    private const string Language = "en";
    private const int BegunDays = 95;
    private static readonly int[] WindowOpensInDays = [-16, 19, 54];
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web);
    private readonly ToldProgramme _told;
    private readonly DemoRows _rows;
    private readonly WordCatalogue _words;
    private readonly DateTimeOffset _now;
    private readonly PersonId _designer = Account("learning_designer");
    private readonly PersonId _lead = Account("programme_lead");
    private readonly RoutineId _routine = DemoIds.Of<RoutineId>(DemoIds.Founded, "routine/safety");

    public DemoProgramme(DemoRows rows, WordCatalogue words, UnitId organisation, DateTimeOffset now)
    {
        (_rows, _words, _now) = (rows, words, now);
        _told = JsonSerializer.Deserialize<ToldProgramme>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Demo", "Together", "programme.json")),
            Reading
        )!;
        Programme = Programme.Begin(
            DemoIds.Of<ProgrammeId>(DemoIds.Founded, "programme/service"),
            _lead,
            new ProgrammeFacts(_told.Name, _told.Purpose, organisation, Account("sponsor")),
            now.AddDays(-BegunDays)
        );
    }

    public Programme Programme { get; }

    /// <summary>In the order of their windows.</summary>
    public IReadOnlyList<Module> Modules { get; private set; } = [];

    /// <summary>The published editions of a module, oldest first.</summary>
    public IEnumerable<ModuleEdition> EditionsOf(Module module) =>
        _rows.ModuleEditions.Where(e => e.ModuleId == module.Id && !e.IsDraft).OrderBy(e => e.Number);

    public DemoProgramme Tell()
    {
        _rows.Programmes.Add(Programme);
        _rows.Routines.Add(
            Routine.Note(
                _routine,
                _told.Routine.Name,
                _told.Routine.Minutes,
                _told.Routine.Header,
                _told.Routine.Sequence,
                _designer,
                _now.AddDays(-BegunDays)
            )
        );
        var modules = new List<Module>();
        foreach (var (told, i) in _told.Modules.Select((m, i) => (m, i)))
        {
            modules.Add(TellModule(told, i, modules.LastOrDefault()));
        }

        _rows.Modules.AddRange(modules);
        Modules = modules;
        return this;
    }

    private Module TellModule(ToldModule told, int index, Module? before)
    {
        var added = _now.AddDays(-BegunDays + (index * 5));
        var module = Module
            .Add(
                DemoIds.Of<ModuleId>(DemoIds.Founded, $"module/{index + 1}"),
                Programme.Id,
                before,
                new ModuleFacts(
                    told.Title,
                    told.Customer,
                    told.Strategy,
                    Day(told.BusinessIn),
                    told.BusinessReason,
                    Day(WindowOpensInDays[index])
                ),
                _lead,
                added
            )
            .Value!;
        module.Name(ModuleRole.Sponsor, Account("sponsor"), _lead, added);
        module.Name(ModuleRole.Designer, _designer, _lead, added);
        module.Name(ModuleRole.Facilitator, Account("facilitator"), _lead, added);
        module.Name(ModuleRole.SiteScheduler, Account("scheduler"), _lead, added);
        module.Name(ModuleRole.NetworkLead, Account("network"), _lead, added);
        var first = ModuleEdition.Start(EditionId(module, 1), module.Id, 1, Content(told, module, added), _designer, added.AddDays(3));
        _rows.ModuleEditions.Add(first);
        var pilots = told
            .Pilots.Select(
                (p, i) =>
                    ModulePilot
                        .Note(
                            DemoIds.Of<ModulePilotId>(DemoIds.Founded, $"pilot/{index + 1}/{i + 1}"),
                            first,
                            p.Team,
                            Day(-p.DaysBefore),
                            p.Minutes,
                            p.Lesson,
                            _designer,
                            _now.AddDays(-p.DaysBefore)
                        )
                        .Value!
            )
            .ToList();
        _rows.ModulePilots.AddRange(pilots);
        if (told.PublishedDaysBefore is { } days)
        {
            Publish(module, first, pilots, null, _now.AddDays(-days));
        }

        if (told.Second is { } second)
        {
            var at = _now.AddDays(-second.DaysBefore);
            var edition = ModuleEdition.Start(
                EditionId(module, 2),
                module.Id,
                2,
                Changed(ModuleContent.FromJson(first.Content), second),
                _designer,
                at.AddDays(-2)
            );
            _rows.ModuleEditions.Add(edition);
            Publish(module, edition, pilots, second.Note, at);
        }

        return module;
    }

    private void Publish(Module module, ModuleEdition edition, List<ModulePilot> pilots, string? note, DateTimeOffset at)
    {
        edition.Publish(pilots, _ => true, note, _designer, at);
        module.Use(edition.Id, _designer, at);
    }

    private static ModuleContent Changed(ModuleContent content, ToldSecond second) =>
        content.With(content.Blocks.First(b => b.Id == second.Block) with { Guide = second.Guide }) with
        {
            Questions = [.. content.Questions, new HardQuestion(second.Question.Q, second.Question.A ?? LocalText.Empty)],
        };

    private ModuleContent Content(ToldModule told, Module module, DateTimeOffset at)
    {
        var skeleton = Skeleton.In(Language, (block, part) => _words[Language].GetValueOrDefault($"skeleton.{block}.{part}"));
        var films = told.Films.ToLookup(f => f.Block, f => Film(f, module, at));
        return skeleton with
        {
            AlsoIn = told.AlsoIn,
            Aims = told.Aims,
            Signs = told.Signs,
            Materials = told.Materials,
            HuddleQuestion = told.Huddle,
            Questions = [.. told.Questions.Select(q => new HardQuestion(q.Q, q.A ?? LocalText.Empty))],
            Routine = told.Same is null ? null : new RoutineUse(_routine, told.Same, told.New ?? LocalText.Empty),
            Blocks =
            [
                .. skeleton
                    .Blocks.Select(b => told.Blocks.TryGetValue(b.Id, out var says) ? Written(b, says) : b)
                    .Select(b => b with { Media = [.. films[b.Id].SelectMany(ids => ids)] }),
            ],
        };
    }

    private static ModuleBlock Written(ModuleBlock block, ToldBlock says) =>
        block with
        {
            Title = says.Title ?? block.Title,
            Aim = says.Aim ?? block.Aim,
            KeyMessage = says.Message ?? block.KeyMessage,
            Activity = says.Activity ?? block.Activity,
            Guide = says.Guide ?? block.Guide,
        };

    private List<ModuleMediaId> Film(ToldFilm told, Module module, DateTimeOffset at) =>
        [
            .. told.Slides.Select(s =>
            {
                var film = ModuleMedia.MakeFilm(
                    DemoIds.Of<ModuleMediaId>(DemoIds.Founded, $"film/{module.Number}/{told.Block}/{s.Key}"),
                    module.Id,
                    s.Key,
                    told.Title[s.Key],
                    [.. s.Value.Select(x => new FilmSlide(x.Title, x.Text, x.Narration, FilmSlide.SecondsFor(x.Narration)))],
                    _designer,
                    at
                );
                _rows.ModuleMedia.Add(film);
                return film.Id;
            }),
        ];

    private DateOnly Day(int inDays) => DateOnly.FromDateTime(_now.AddDays(inDays).UtcDateTime);

    private static ModuleEditionId EditionId(Module module, int number) =>
        DemoIds.Of<ModuleEditionId>(DemoIds.Founded, $"module/{module.Number}/edition/{number}");

    private static PersonId Account(string key) => DemoUnits.PersonIdOf(DemoAccounts.All.First(a => a.Key == key).EmployeeId);
}
