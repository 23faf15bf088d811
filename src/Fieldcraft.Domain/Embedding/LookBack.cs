using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Embedding;

/// <summary>Whose experience a look-back is.</summary>
public enum LookBackFrom
{
    /// <summary>A leader who taught it.</summary>
    Leader,

    /// <summary>A site that made room for it.</summary>
    Site,
}

/// <summary>What would be done differently: about the programme, not about people.</summary>
/// <param name="IsNamed">Whether the lesson's source may be named.</param>
public sealed record LookBackSaid(string? Keep, string? Change, string? TryNext, bool IsNamed = false)
{
    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. new[] { Keep, Change, TryNext }.All(string.IsNullOrWhiteSpace)
                ? [new InputProblem("keep", InputProblems.Missing)]
                : Array.Empty<InputProblem>(),
            .. new (string Path, string? Text)[] { ("keep", Keep), ("change", Change), ("tryNext", TryNext) }
                .Where(t => t.Text?.Trim().Length > LookBack.TextLength)
                .Select(t => new InputProblem(t.Path, "too-long")),
        ];
}

/// <summary>A leader or a site looks back at a module, or at a programme as a whole; the next one opens with what they say.</summary>
public sealed class LookBack : Aggregate<LookBackId>
{
    public const int TextLength = 300;

    private LookBack(LookBackId id)
        : base(id) { }

    public ProgrammeId ProgrammeId { get; private set; }

    /// <summary>Null: the programme as a whole.</summary>
    public ModuleId? ModuleId { get; private set; }
    public LookBackFrom From { get; private set; }

    /// <summary>Who wrote it.</summary>
    public PersonId OwnerId { get; private set; }

    /// <summary>Of the site that looks back, or where the leader works; null: none.</summary>
    public UnitId? SiteId { get; private set; }
    public string Keep { get; private set; } = "";
    public string Change { get; private set; } = "";
    public string TryNext { get; private set; } = "";
    public bool IsNamed { get; private set; }
    public DateTimeOffset WrittenAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <exception cref="ArgumentException">What is said has problems: forms and API refuse that before.</exception>
    public static LookBack Write(
        LookBackId id,
        ProgrammeId programme,
        ModuleId? module,
        LookBackFrom from,
        PersonId author,
        UnitId? site,
        LookBackSaid said,
        DateTimeOffset now
    )
    {
        var lookBack = new LookBack(id)
        {
            ProgrammeId = programme,
            ModuleId = module,
            From = from,
            OwnerId = author,
            SiteId = site,
            WrittenAt = now,
        };
        lookBack.Rewrite(said, author, now);
        return lookBack;
    }

    /// <exception cref="ArgumentException">What is said has problems: forms and API refuse that before.</exception>
    public void Rewrite(LookBackSaid said, PersonId by, DateTimeOffset now)
    {
        if (said.Problems() is [var first, ..])
        {
            throw new ArgumentException($"{first.Path}: {first.Code}", nameof(said));
        }

        (Keep, Change, TryNext) = (said.Keep?.Trim() ?? "", said.Change?.Trim() ?? "", said.TryNext?.Trim() ?? "");
        (IsNamed, ChangedAt) = (said.IsNamed, now);
        Happened(new LookedBack(by.Value, Id.Value, now));
    }
}
