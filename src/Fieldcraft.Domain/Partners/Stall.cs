namespace Fieldcraft.Domain.Partners;

/// <summary>Why a partnership seems to stand still.</summary>
public enum Stall
{
    None,

    /// <summary>All said yes a while ago, and they have not met yet.</summary>
    NoFirst,

    /// <summary>The last meetings in a row did not happen.</summary>
    Missed,
}

/// <summary>When partners are told that their meetings do not happen.</summary>
public static class Stalls
{
    /// <summary>
    /// <see cref="Stall.Missed"/> where the last meetings that should have been were not held, so many as the rules say; <see cref="Stall.NoFirst"/>
    /// where nobody has met some weeks after everybody said yes and no meeting is still to come.
    /// </summary>
    public static Stall Of(
        Partnership partnership,
        IEnumerable<(DateOnly On, MeetingState State)> meetings,
        DateOnly today,
        PartnerRules rules
    )
    {
        if (partnership.State is not (PartnershipState.Arranging or PartnershipState.Running) || partnership.AcceptedAt is not { } accepted)
        {
            return Stall.None;
        }

        var all = meetings.Where(m => m.State != MeetingState.Off).OrderBy(m => m.On).ToList();
        var due = all.Where(m => m.State == MeetingState.Met || PartnerMeeting.WasNotHeld(m.State, m.On, today, rules))
            .TakeLast(rules.MissedInARow)
            .ToList();
        if (due.Count == rules.MissedInARow && due.TrueForAll(m => m.State != MeetingState.Met))
        {
            return Stall.Missed;
        }

        var waited = DateOnly.FromDateTime(accepted.UtcDateTime).AddDays(rules.FirstMeetingWithinDays) <= today;
        return waited && !all.Exists(m => m.State == MeetingState.Met) && !all.Exists(m => m.State == MeetingState.Planned && m.On >= today)
            ? Stall.NoFirst
            : Stall.None;
    }
}
