using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Programmes;

/// <summary>What is said of a module apart from its content.</summary>
/// <param name="CustomerAction">What customers will notice, in one sentence.</param>
/// <param name="StrategyAction">Which action of the strategy it serves, in one sentence.</param>
/// <param name="BusinessDate">The day in the business that forces the window, for example before the peak weeks.</param>
/// <param name="BusinessReason">What happens on that day.</param>
public sealed record ModuleFacts(
    string? Title,
    string? CustomerAction,
    string? StrategyAction,
    DateOnly? BusinessDate,
    string? BusinessReason,
    DateOnly WindowStart,
    int WindowDays = Module.UsualWindowDays
)
{
    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. string.IsNullOrWhiteSpace(Title) ? [new InputProblem("title", InputProblems.Missing)] : Array.Empty<InputProblem>(),
            .. TooLong("title", Title, Module.TitleLength),
            .. TooLong("customerAction", CustomerAction, Module.SentenceLength),
            .. TooLong("strategyAction", StrategyAction, Module.SentenceLength),
            .. TooLong("businessReason", BusinessReason, Module.SentenceLength),
            .. InputProblems.Outside("windowDays", WindowDays, Module.WindowDaysAtLeast, Module.WindowDaysAtMost),
        ];

    private static IEnumerable<InputProblem> TooLong(string path, string? text, int most) =>
        text?.Trim().Length > most ? [new InputProblem(path, "too-long")] : [];
}

/// <summary>Who does what for a module (DOMAIN 7.3).</summary>
public enum ModuleRole
{
    Sponsor,
    Designer,
    Facilitator,
    SiteScheduler,
    NetworkLead,
}

/// <summary>Somebody named for a part in a module.</summary>
public sealed class ModuleRoleHolder
{
    private ModuleRoleHolder() { }

    internal ModuleRoleHolder(ModuleId module, ModuleRole role, PersonId person) => (ModuleId, Role, PersonId) = (module, role, person);

    public ModuleId ModuleId { get; private set; }
    public ModuleRole Role { get; private set; }
    public PersonId PersonId { get; private set; }
}

/// <summary>
/// One lesson of a programme, taught by every leader to the own team within one window. What it says stands in its editions; the module itself
/// carries when, why then, and who.
/// </summary>
public sealed class Module : Aggregate<ModuleId>
{
    public const int TitleLength = 120;
    public const int SentenceLength = 300;
    public const int UsualWindowDays = 28;
    public const int WindowDaysAtLeast = 7;
    public const int WindowDaysAtMost = 84;

    /// <summary>The next module's window opens so many days after this one's (DOMAIN 7.4).</summary>
    public const int SpacingAtLeast = 28;
    public const int SpacingAtMost = 42;
    public const int RoleHoldersAtMost = 40;
    private readonly List<ModuleRoleHolder> _roleHolders = [];

    private Module(ModuleId id)
        : base(id) { }

    public ProgrammeId ProgrammeId { get; private set; }

    /// <summary>From 1, in the order of the windows.</summary>
    public int Number { get; private set; }
    public string Title { get; private set; } = "";
    public string CustomerAction { get; private set; } = "";
    public string StrategyAction { get; private set; } = "";
    public DateOnly? BusinessDate { get; private set; }
    public string BusinessReason { get; private set; } = "";
    public DateOnly WindowStart { get; private set; }
    public int WindowDays { get; private set; }

    /// <summary>The newest published edition; null until there is one.</summary>
    public ModuleEditionId? EditionId { get; private set; }
    public DateTimeOffset AddedAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    public IReadOnlyList<ModuleRoleHolder> RoleHolders => _roleHolders;

    /// <summary>The first day after the window.</summary>
    public DateOnly WindowEnd => WindowStart.AddDays(WindowDays);

    public bool IsPublished => EditionId is not null;

    /// <summary>Adds the next module. Refused: <c>module-too-soon</c>, <c>module-too-late</c> after the one before it.</summary>
    /// <exception cref="ArgumentException">The facts have problems: forms and API refuse that before.</exception>
    public static Outcome<Module> Add(
        ModuleId id,
        ProgrammeId programme,
        Module? before,
        ModuleFacts facts,
        PersonId by,
        DateTimeOffset now
    )
    {
        if (Spacing(before?.WindowStart, facts.WindowStart) is { } refusal)
        {
            return refusal;
        }

        var module = new Module(id)
        {
            ProgrammeId = programme,
            Number = (before?.Number ?? 0) + 1,
            AddedAt = now,
        };
        module.Take(facts, now);
        module.Happened(new ModuleAdded(by.Value, id.Value, now));
        return module;
    }

    /// <summary>Refused: <c>module-too-soon</c>, <c>module-too-late</c> beside the modules before and after it.</summary>
    public Outcome Describe(ModuleFacts facts, Module? before, Module? after, PersonId by, DateTimeOffset now)
    {
        if ((Spacing(before?.WindowStart, facts.WindowStart) ?? Spacing(facts.WindowStart, after?.WindowStart)) is { } refusal)
        {
            return refusal;
        }

        Take(facts, now);
        Happened(new ModuleDescribed(by.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>Names somebody for a part; who has it already, keeps it. Refused: <c>module-role-holders-full</c>.</summary>
    public Outcome Name(ModuleRole role, PersonId person, PersonId by, DateTimeOffset now)
    {
        if (_roleHolders.Exists(h => h.Role == role && h.PersonId == person))
        {
            return Outcome.Done;
        }

        if (_roleHolders.Count >= RoleHoldersAtMost)
        {
            return new Refusal("module-role-holders-full", RoleHoldersAtMost);
        }

        _roleHolders.Add(new ModuleRoleHolder(Id, role, person));
        ChangedAt = now;
        Happened(new ModuleRoleNamed(by.Value, Id.Value, role, person.Value, now));
        return Outcome.Done;
    }

    /// <summary>Somebody no longer has a part; who never had it, still has not.</summary>
    public void Release(ModuleRole role, PersonId person, PersonId by, DateTimeOffset now)
    {
        if (_roleHolders.RemoveAll(h => h.Role == role && h.PersonId == person) > 0)
        {
            ChangedAt = now;
            Happened(new ModuleRoleReleased(by.Value, Id.Value, role, person.Value, now));
        }
    }

    /// <summary>From now on leaders prepare with this edition.</summary>
    public void Use(ModuleEditionId edition, PersonId by, DateTimeOffset now)
    {
        (EditionId, ChangedAt) = (edition, now);
        Happened(new ModuleEditionTaken(by.Value, Id.Value, edition.Value, now));
    }

    private static Refusal? Spacing(DateOnly? first, DateOnly? second) =>
        (second?.DayNumber - first?.DayNumber) switch
        {
            < SpacingAtLeast => new Refusal("module-too-soon", SpacingAtLeast, first!.Value.AddDays(SpacingAtLeast)),
            > SpacingAtMost => new Refusal("module-too-late", SpacingAtMost, first!.Value.AddDays(SpacingAtMost)),
            _ => null,
        };

    private void Take(ModuleFacts facts, DateTimeOffset now)
    {
        if (facts.Problems() is [var first, ..])
        {
            throw new ArgumentException($"{first.Path}: {first.Code}", nameof(facts));
        }

        Title = facts.Title!.Trim();
        CustomerAction = facts.CustomerAction?.Trim() ?? "";
        StrategyAction = facts.StrategyAction?.Trim() ?? "";
        BusinessDate = facts.BusinessDate;
        BusinessReason = facts.BusinessReason?.Trim() ?? "";
        (WindowStart, WindowDays, ChangedAt) = (facts.WindowStart, facts.WindowDays, now);
    }
}
