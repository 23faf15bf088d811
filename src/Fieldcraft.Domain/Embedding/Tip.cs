using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Embedding;

/// <summary>Who reads a tip.</summary>
public enum TipReach
{
    Site,
    Network,
    Everybody,
}

public enum TipState
{
    /// <summary>For the author and the site's moderator only.</summary>
    Waiting,
    Shown,

    /// <summary>For the author only, with the moderator's word.</summary>
    TakenDown,
}

/// <summary>What somebody says in a tip.</summary>
/// <param name="IsNamed">Whether the author's name stands under it.</param>
public sealed record TipSaid(string? Text, TipReach Reach = TipReach.Site, ModuleId? Module = null, bool IsNamed = false)
{
    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. string.IsNullOrWhiteSpace(Text) ? [new InputProblem("text", InputProblems.Missing)] : Array.Empty<InputProblem>(),
            .. Text?.Trim().Length > Tip.TextLength ? [new InputProblem("text", "too-long")] : Array.Empty<InputProblem>(),
        ];
}

/// <summary>
/// Something that helped at work, in a few words, for others. Nobody likes or counts tips; the first one of a person waits for the site's moderator.
/// </summary>
public sealed class Tip : Aggregate<TipId>
{
    public const int TextLength = 280;
    public const int WordLength = 300;
    public const int PhotoTypeLength = 20;

    private Tip(TipId id)
        : base(id) { }

    public UnitId SiteId { get; private set; }

    /// <summary>Who wrote it.</summary>
    public PersonId OwnerId { get; private set; }
    public bool IsNamed { get; private set; }
    public ModuleId? ModuleId { get; private set; }
    public string Text { get; private set; } = "";
    public TipReach Reach { get; private set; }
    public TipState State { get; private set; }

    /// <summary>The media type of its photo, whose bytes are kept beside this row; null: none.</summary>
    public string? PhotoType { get; private set; }
    public DateTimeOffset PostedAt { get; private set; }

    /// <summary>When somebody asked the moderator to look at it; null once the moderator did.</summary>
    public DateTimeOffset? ReportedAt { get; private set; }

    /// <summary>What the moderator says to the author of a tip that was taken down.</summary>
    public string? Word { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <param name="isTrusted">An earlier tip of the author was shown, or the author moderates: it need not wait.</param>
    /// <exception cref="ArgumentException">What is said has problems: forms and API refuse that before.</exception>
    public static Tip Post(TipId id, UnitId site, PersonId author, TipSaid said, string? photoType, bool isTrusted, DateTimeOffset now)
    {
        if (said.Problems() is [var first, ..])
        {
            throw new ArgumentException($"{first.Path}: {first.Code}", nameof(said));
        }

        var tip = new Tip(id)
        {
            SiteId = site,
            OwnerId = author,
            IsNamed = said.IsNamed,
            ModuleId = said.Module,
            Text = said.Text!.Trim(),
            Reach = said.Reach,
            State = isTrusted ? TipState.Shown : TipState.Waiting,
            PhotoType = photoType,
            PostedAt = now,
            ChangedAt = now,
        };
        tip.Happened(new TipPosted(author.Value, id.Value, now));
        return tip;
    }

    /// <summary>The moderator shows it, or leaves a reported one as it is. Refused: <c>tip-taken-down</c>.</summary>
    public Outcome Accept(PersonId by, DateTimeOffset now)
    {
        if (State == TipState.TakenDown)
        {
            return new Refusal("tip-taken-down");
        }

        (State, ReportedAt) = (TipState.Shown, null);
        Settled(by, now);
        return Outcome.Done;
    }

    /// <summary>Only its author still reads it, with the word. Refused: <c>tip-taken-down</c>.</summary>
    /// <exception cref="ArgumentException">No word, or one longer than <see cref="WordLength"/>.</exception>
    public Outcome TakeDown(string word, PersonId by, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(word);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(word.Trim().Length, WordLength, nameof(word));
        if (State == TipState.TakenDown)
        {
            return new Refusal("tip-taken-down");
        }

        (State, Word, ReportedAt) = (TipState.TakenDown, word.Trim(), null);
        Settled(by, now);
        return Outcome.Done;
    }

    /// <summary>Asks the moderator to look at it; it stays until they have. Asked twice is asked once. Refused: <c>tip-not-shown</c>.</summary>
    public Outcome Report(PersonId by, DateTimeOffset now)
    {
        if (State != TipState.Shown)
        {
            return new Refusal("tip-not-shown");
        }

        if (ReportedAt is null)
        {
            (ReportedAt, ChangedAt) = (now, now);
            Happened(new TipReported(by.Value, Id.Value, now));
        }

        return Outcome.Done;
    }

    /// <summary>Tells that its author takes it back; its row is then removed.</summary>
    public void Withdraw(PersonId author, DateTimeOffset now) => Happened(new TipWithdrawn(author.Value, Id.Value, now));

    private void Settled(PersonId by, DateTimeOffset now)
    {
        ChangedAt = now;
        Happened(new TipSettled(by.Value, Id.Value, State, now));
    }
}
