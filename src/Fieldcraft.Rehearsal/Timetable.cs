using System.Text.Json;

namespace Fieldcraft.Rehearsal;

/// <summary>A published session, with its start in world time.</summary>
internal sealed record Session(Guid Id, Guid Site, Guid Leader, DateTimeOffset Start, IReadOnlyList<Seat> Seats)
{
    public static Session? Read(JsonElement told)
    {
        if (Company.Text(told, "state") != "published" || Company.Text(told, "leader") is null)
        {
            return null;
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(Company.Text(told, "timeZone")!);
        var local = DateTime.SpecifyKind(told.GetProperty("start").GetDateTime(), DateTimeKind.Unspecified);
        return new Session(
            told.GetProperty("id").GetGuid(),
            told.GetProperty("site").GetGuid(),
            told.GetProperty("leader").GetGuid(),
            new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(local, zone), TimeSpan.Zero),
            [
                .. told.GetProperty("seats")
                    .EnumerateArray()
                    .Select(s => new Seat(s.GetProperty("person").GetGuid(), s.GetProperty("attended").ValueKind == JsonValueKind.True)),
            ]
        );
    }
}

internal sealed record Seat(Guid Person, bool Attended);

/// <summary>How far the module has come, as the product counts it.</summary>
internal sealed record Coverage(int Eligible, int Done, int Target);

/// <summary>One module's roll-out, from asking for a timetable to catching up.</summary>
internal sealed class Timetable(Device lead, Guid module, int seed)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private const int EngineSeconds = 60;
    private bool _isWhole;

    public Guid Module => module;
    public IReadOnlyList<Site> Sites { get; private set; } = [];
    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public async Task<IReadOnlyList<Site>> ReadSitesAsync(int? most, CancellationToken cancellationToken)
    {
        var sites = await lead.ListAsync("sites", $"/api/v1/rollouts/{module}/sites", cancellationToken);
        _isWhole = most is null;
        return Sites = [
            .. sites
                .Select(s => new Site(s.GetProperty("site").GetGuid(), s.GetProperty("name").GetString()!))
                .OrderBy(s => s.Name, StringComparer.Ordinal)
                .Take(most ?? sites.Count),
        ];
    }

    /// <summary>Plans every site: with one proposal where the whole company takes part, else site by site; then reads what stands.</summary>
    /// <param name="keepsPeople">Whoever has a seat keeps it as far as that goes.</param>
    /// <exception cref="RehearsalStoppedException">The engine gave no timetable.</exception>
    public async Task PlanAsync(bool keepsPeople, CancellationToken cancellationToken)
    {
        foreach (var site in _isWhole ? [null] : Sites.Cast<Site?>())
        {
            await PlanAsync(site, keepsPeople, cancellationToken);
        }

        await ReadAsync(cancellationToken);
    }

    /// <summary>Lets the engine propose, takes what it found and publishes it; whoever has not been and has no seat gets one where there is a way.</summary>
    private async Task PlanAsync(Site? one, bool keepsPeople, CancellationToken cancellationToken)
    {
        var asked = await lead.PostAsync(
            "ask for a timetable",
            $"/api/v1/rollouts/{module}/proposals",
            new
            {
                site = one?.Id,
                seconds = EngineSeconds,
                seed,
                keepsPeople,
            },
            cancellationToken
        );
        if (!asked.IsDone)
        {
            return;
        }

        var address = $"/api/v1/rollouts/proposals/{asked.Id}";
        Answer found;
        do
        {
            await Task.Delay(Look, cancellationToken);
            found = await lead.GetAsync("look at a proposal", address, cancellationToken);
        } while (found.IsDone && Company.Text(found.Body, "state") is "waiting" or "running");

        if (Company.Text(found.Body, "state") != "ready")
        {
            throw new RehearsalStoppedException($"The engine gave no timetable: {Company.Text(found.Body, "problem") ?? found.Code}");
        }

        var taken = await lead.PostAsync("take a timetable", $"{address}/take", new { }, cancellationToken);
        if (!taken.IsDone)
        {
            return;
        }

        foreach (var site in one is null ? Sites : [one])
        {
            await lead.PostAsync(
                "publish a site",
                "/api/v1/sessions/publication",
                new { module, site = site.Id },
                cancellationToken,
                // Nothing new here; everybody has been, or has a seat.
                "sessions-none-planned"
            );
        }
    }

    /// <summary>Reads every session of every site that takes part.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        var all = new List<Session>();
        foreach (var site in Sites)
        {
            var told = await lead.ListAsync("sessions of a site", $"/api/v1/sessions?module={module}&site={site.Id}", cancellationToken);
            all.AddRange(told.Select(Session.Read).OfType<Session>());
        }

        Sessions = [.. all.OrderBy(s => s.Start).ThenBy(s => s.Id)];
    }

    /// <summary>The whole programme's figure, or that of the sites that take part.</summary>
    public async Task<Coverage> CoverageAsync(CancellationToken cancellationToken)
    {
        var told = await lead.GetAsync("coverage", $"/api/v1/rollouts/{module}/coverage", cancellationToken);
        if (!told.IsDone)
        {
            throw new RehearsalStoppedException($"Coverage answered {(int)told.Status}.");
        }

        var names = Sites.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        var sites = told.Body.GetProperty("sites").EnumerateArray().Where(s => names.Contains(s.GetProperty("name").GetString()!)).ToList();
        var (eligible, target) = (told.Body.GetProperty("eligible").GetInt32(), told.Body.GetProperty("target").GetInt32());
        var some = sites.Sum(s => Value(s, "eligible"));
        return _isWhole
            ? new Coverage(eligible, told.Body.GetProperty("done").GetInt32(), target)
            : new Coverage(some, sites.Sum(s => Value(s, "done")), (int)Math.Ceiling((decimal)target * some / eligible));
    }

    private static int Value(JsonElement site, string name)
    {
        var value = site.GetProperty(name).GetProperty("value");
        return value.ValueKind == JsonValueKind.Number ? value.GetInt32() : 0;
    }
}
