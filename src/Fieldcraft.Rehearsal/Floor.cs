namespace Fieldcraft.Rehearsal;

/// <summary>One session as it goes: who comes, by which way they say so, what breaks, and what its leader writes down.</summary>
internal sealed class Floor(RehearsalOptions options, Company company, Desks desks, Ledger ledger, RehearsalClock clock)
{
    private const int SickOrAway = 8;

    /// <summary>Holds it. Gives what is still to be said, and how many hours later: the log, or that it did not take place.</summary>
    /// <param name="others">Leaders of the same site, who can step in.</param>
    /// <param name="strays">Who goes to the wrong session in this hour, and to which.</param>
    public async Task<(Func<CancellationToken, Task> Write, int HoursLater)> HoldAsync(
        Session session,
        IReadOnlyList<Guid> others,
        IReadOnlyDictionary<Guid, Guid> strays,
        CancellationToken cancellationToken
    )
    {
        var chance = new Chance(options.Seed, $"session/{session.Leader}/{session.Start:O}");
        var leader = company.People[session.Leader];
        var phone = await desks.OfAsync(leader, cancellationToken);
        if (chance.In(4))
        {
            var stands = others.Where(o => o != session.Leader).ToList();
            var deputy = stands.Count > 0 && chance.In(70) ? stands[chance.Below(stands.Count)] : (Guid?)null;
            if (deputy is not { } other || !await HandOverAsync(phone, session, other, cancellationToken))
            {
                return (token => CallOffAsync(phone, session, token), 18);
            }

            leader = company.People[other];
            phone = await desks.OfAsync(leader, cancellationToken);
            ledger.Count("handed over");
        }

        var held = new HeldSession(company, desks, ledger, clock, session, leader, phone, chance);
        return await held.RunAsync(
            [.. session.Seats.Select(s => s.Person).Where(p => !chance.In(SickOrAway) && !strays.ContainsKey(p))],
            [.. strays.Where(s => s.Value == session.Id).Select(s => s.Key)],
            cancellationToken
        );
    }

    private static async Task<bool> HandOverAsync(Device phone, Session session, Guid other, CancellationToken cancellationToken) =>
        (
            await phone.PostAsync(
                "hand a session over",
                $"/api/v1/sessions/{session.Id}/leader",
                new { leader = other },
                cancellationToken,
                // The colleague teaches elsewhere at that time, or is away: then it does not take place.
                "session-breaks-rule"
            )
        ).IsDone;

    private async Task CallOffAsync(Device phone, Session session, CancellationToken cancellationToken)
    {
        await phone.PostAsync("say it was not held", $"/api/v1/sessions/{session.Id}/not-held", new { }, cancellationToken);
        ledger.Count("not held");
    }
}
