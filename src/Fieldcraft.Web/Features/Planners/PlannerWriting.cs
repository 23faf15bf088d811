using Fieldcraft.Domain.Planners;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Planners;

/// <summary>What came of keeping a part, for the form and its script to say.</summary>
public enum PartEnd
{
    Kept,

    /// <summary>Not there, or not the viewer's.</summary>
    Missing,

    /// <summary>Something typed cannot be kept; see the problems.</summary>
    Wrong,

    /// <summary>Another window kept other words in this part meanwhile.</summary>
    Meanwhile,

    /// <summary>Neighbouring parts were kept again and again meanwhile; trying once more helps.</summary>
    Busy,
}

/// <param name="Planner">As it is now.</param>
public sealed record PartKept(
    PartEnd End,
    OpenPlanner? Planner = null,
    IReadOnlyList<(PlannerField Field, InputProblem Problem)>? Problems = null
);

/// <summary>Keeps one part of a planner as it was typed. Two windows only meet where they wrote the same part differently.</summary>
public sealed class PlannerWriting(FieldcraftDb db, PlannerReading reading, PlannerDesk desk, Viewer viewer)
{
    private const int Tries = 3;

    /// <param name="typed">The fields that the form sent; the others stay as they are.</param>
    /// <param name="version">The print of the part when the form was opened.</param>
    public async Task<PartKept> WriteAsync(
        PlannerId id,
        string partName,
        IReadOnlyDictionary<PlannerField, string> typed,
        string? version,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            if (
                await reading.FindAsync(viewer, id, cancellationToken) is not { } planner
                || planner.Parts.FirstOrDefault(p => p.Name == partName) is not { } part
            )
            {
                return new PartKept(PartEnd.Missing);
            }

            var wanted = typed
                .Where(t => part.Fields.Contains(t.Key))
                .ToDictionary(t => t.Key, t => AsKept(planner, part.At(t.Key), t.Value));
            var problems = wanted.SelectMany(w => part.At(w.Key).Problems(planner.Content, w.Value).Select(p => (w.Key, p))).ToList();
            if (problems.Count > 0)
            {
                return new PartKept(PartEnd.Wrong, planner, problems);
            }

            var (now, mine) = (planner.PrintOf(part), part.PrintOf(f => wanted.GetValueOrDefault(f) ?? planner.Own(part.At(f))));
            if (mine == now)
            {
                return new PartKept(PartEnd.Kept, planner);
            }

            if (version != now)
            {
                return new PartKept(PartEnd.Meanwhile, planner);
            }

            if (await TryAsync(planner, part, wanted, cancellationToken))
            {
                return new PartKept(PartEnd.Kept, await reading.FindAsync(viewer, id, cancellationToken));
            }
        }

        return new PartKept(PartEnd.Busy);
    }

    /// <summary>What the module gave and nobody changed is not written down: it comes from the next edition as well.</summary>
    private static string AsKept(OpenPlanner planner, PlannerPlace place, string typed)
    {
        var tidy = PlannerTexts.Tidy(typed);
        return tidy == PlannerTexts.Tidy(planner.Given(place)) ? "" : tidy;
    }

    /// <summary>False when a neighbouring part was kept between the two readings: then everything is looked at again.</summary>
    private async Task<bool> TryAsync(
        OpenPlanner seen,
        PlannerPart part,
        Dictionary<PlannerField, string> wanted,
        CancellationToken cancellationToken
    )
    {
        if (await desk.LoadAsync(seen.Id, cancellationToken) is not { } planner || planner.Version != seen.Version)
        {
            return false;
        }

        var sealer = await desk.SealerAsync(planner.Id, cancellationToken);
        foreach (var (field, text) in wanted.Where(w => w.Value != seen.Own(part.At(w.Key))))
        {
            planner.Write(part.At(field), text, seen.Content, sealer, desk.Now);
        }

        return await db.TrySaveAsync(cancellationToken);
    }
}
