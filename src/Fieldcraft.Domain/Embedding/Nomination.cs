using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Embedding;

public enum NominationState
{
    Open,

    /// <summary>The site chose it and asks the person.</summary>
    Chosen,

    /// <summary>The person agrees: the name may be shown.</summary>
    Accepted,

    /// <summary>The person would rather not. Nothing of it is shown.</summary>
    Declined,
}

/// <summary>Why one colleague names another: about the work.</summary>
public sealed class NominationReason
{
    private NominationReason() { }

    internal NominationReason(NominationId nomination, PersonId by, bool isManager, string text) =>
        (NominationId, OwnerId, IsManager, Text) = (nomination, by, isManager, text);

    public NominationId NominationId { get; private set; }

    /// <summary>Who says so; shown to nobody.</summary>
    public PersonId OwnerId { get; private set; }

    /// <summary>Whether the nominee reported to them at that time.</summary>
    public bool IsManager { get; private set; }
    public string Text { get; private set; } = "";

    internal void Rewrite(string text, bool isManager) => (Text, IsManager) = (text, isManager);
}

/// <summary>
/// Somebody of a site named by colleagues for one month's award. One row a site, month and person; nobody sees how many named whom, there is no order, and
/// the name appears when the person says so.
/// </summary>
public sealed class Nomination : Aggregate<NominationId>
{
    public const int ReasonLength = 300;
    private readonly List<NominationReason> _reasons = [];

    private Nomination(NominationId id)
        : base(id) { }

    public UnitId SiteId { get; private set; }

    /// <summary>The first day of the month.</summary>
    public DateOnly Month { get; private set; }

    /// <summary>Who is named.</summary>
    public PersonId PersonId { get; private set; }
    public NominationState State { get; private set; }

    /// <summary>The month again while this is the site's choice: a unique index keeps it to one a month.</summary>
    public DateOnly? ChosenMonth { get; private set; }

    /// <summary>What the certificate says: about the work.</summary>
    public string? Citation { get; private set; }
    public DateTimeOffset NamedAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    public IReadOnlyList<NominationReason> Reasons => _reasons;

    /// <summary>Named by nobody but the own manager is not enough.</summary>
    public bool HasPeerReason => _reasons.Exists(r => !r.IsManager);

    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>Refused: <c>award-names-self</c>.</summary>
    public static Outcome<Nomination> Name(
        NominationId id,
        UnitId site,
        DateOnly month,
        PersonId nominee,
        PersonId by,
        bool isManager,
        string reason,
        DateTimeOffset now
    )
    {
        var nomination = new Nomination(id)
        {
            SiteId = site,
            Month = MonthOf(month),
            PersonId = nominee,
            NamedAt = now,
        };
        return nomination.Second(by, isManager, reason, now) is { Refusal: { } refusal } ? refusal : nomination;
    }

    /// <summary>
    /// Another colleague's reason; the same colleague again says it in other words. Refused: <c>award-names-self</c>, <c>award-settled</c>.
    /// </summary>
    /// <exception cref="ArgumentException">No reason, or one longer than <see cref="ReasonLength"/>.</exception>
    public Outcome Second(PersonId by, bool isManager, string reason, DateTimeOffset now)
    {
        var text = Checked(reason);
        if (by == PersonId)
        {
            return new Refusal("award-names-self");
        }

        if (State != NominationState.Open)
        {
            return new Refusal("award-settled");
        }

        if (_reasons.Find(r => r.OwnerId == by) is { } mine)
        {
            mine.Rewrite(text, isManager);
        }
        else
        {
            _reasons.Add(new NominationReason(Id, by, isManager, text));
        }

        ChangedAt = now;
        Happened(new ColleagueNominated(by.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>The site's choice; the person is asked. Refused: <c>award-only-by-manager</c>, <c>award-chooses-self</c>, <c>award-settled</c>.</summary>
    /// <exception cref="ArgumentException">No citation, or one longer than <see cref="ReasonLength"/>.</exception>
    public Outcome Choose(string citation, PersonId by, DateTimeOffset now)
    {
        var text = Checked(citation);
        if (State != NominationState.Open)
        {
            return new Refusal("award-settled");
        }

        if (by == PersonId)
        {
            return new Refusal("award-chooses-self");
        }

        if (!HasPeerReason)
        {
            return new Refusal("award-only-by-manager");
        }

        (State, Citation, ChosenMonth, ChangedAt) = (NominationState.Chosen, text, Month, now);
        Happened(new AwardChosen(by.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>The person lets the name be shown. Refused: <c>award-not-asked</c>.</summary>
    public Outcome Accept(DateTimeOffset now)
    {
        if (State != NominationState.Chosen)
        {
            return new Refusal("award-not-asked");
        }

        Answered(NominationState.Accepted, now);
        return Outcome.Done;
    }

    /// <summary>The person would rather not, now or later; the site may choose another. Refused: <c>award-not-asked</c>.</summary>
    public Outcome Decline(DateTimeOffset now)
    {
        if (State is not (NominationState.Chosen or NominationState.Accepted))
        {
            return new Refusal("award-not-asked");
        }

        (ChosenMonth, Citation) = (null, null);
        Answered(NominationState.Declined, now);
        return Outcome.Done;
    }

    private void Answered(NominationState state, DateTimeOffset now)
    {
        (State, ChangedAt) = (state, now);
        Happened(new AwardAnswered(PersonId.Value, Id.Value, state, now));
    }

    private static string Checked(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        var trimmed = text.Trim();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(trimmed.Length, ReasonLength, nameof(text));
        return trimmed;
    }
}
