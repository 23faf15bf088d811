using Fieldcraft.Domain.Loop;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Loop.AnswerIdeas;

/// <summary>Ideas that wait at one place, of one programme: what one meeting would be about.</summary>
public sealed record WaitingAtPlace(ProgrammeId Programme, LoopPlace Place, string? Unit, IReadOnlyList<IdeaLine> Ideas, int MostLeft)
{
    public bool Meets => Place.Tier != LoopTier.Team;
}

/// <summary>What waits for the viewer's answer, by place; the meetings; and the tiers beside that are late.</summary>
public sealed class AnswerIdeasModel(LoopReading reading, LoopMeetingReading meetings, Viewer viewer, Words words, TimeProvider clock)
    : PageModel
{
    private const int DaysBack = 28;

    public IReadOnlyList<WaitingAtPlace> Places { get; private set; } = [];

    public IReadOnlyList<MeetingLine> Meetings { get; private set; } = [];

    public IReadOnlyList<LateTier> Late { get; private set; } = [];

    public DateOnly Today { get; } = words.Today(clock.GetUtcNow());

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var ideas = await reading.ToAnswerAsync(viewer, cancellationToken);
        var left = await reading.LeftToForwardAsync(ideas, cancellationToken);
        Places =
        [
            .. ideas
                .GroupBy(i => (i.ProgrammeId, i.OwnPlace))
                .OrderBy(g => g.Key.OwnPlace.Tier)
                .ThenBy(g => g.First().Unit, StringComparer.Ordinal)
                .Select(g => new WaitingAtPlace(g.Key.ProgrammeId, g.Key.OwnPlace, g.First().Unit, [.. g], g.Max(i => left[i.Id]))),
        ];
        Meetings = await meetings.ListAsync(viewer, Today.AddDays(-DaysBack), cancellationToken);
        Late = await reading.LateBesideAsync(viewer, cancellationToken);
    }
}
