using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Stories;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Stories;

/// <summary>A story, opened for its teller or its interviewer.</summary>
/// <param name="IsTold">The viewer told it, and decides.</param>
/// <param name="Interviewer">Name of the interviewer; null when the teller wrote it.</param>
public sealed record OpenStory(
    StoryId Id,
    bool IsTold,
    string Teller,
    string? Interviewer,
    StoryTexts Texts,
    StoryKinds Kinds,
    StoryConsent Consent,
    bool WaitsForTeller,
    DateTimeOffset WrittenAt,
    DateTimeOffset? DecidedAt,
    int Version
)
{
    /// <summary>The word of where it stands, for whoever looks.</summary>
    public string StateWord =>
        Consent != StoryConsent.None ? $"stories.use.{Consent}"
        : WaitsForTeller ? (IsTold ? "stories.state.yours_to_decide" : "stories.state.with_teller")
        : "stories.state.being_written";
}

/// <summary>Opens stories for teller and interviewer: one query and one for the keys.</summary>
public sealed class StoriesReading(FieldcraftDb db, Vault vault)
{
    public const int PageSize = 30;

    /// <summary>Told or written down by the viewer, newest first.</summary>
    public async Task<IReadOnlyList<OpenStory>> MineAsync(Viewer viewer, StoryId? after, int limit, CancellationToken cancellationToken)
    {
        var mine = db.GrowthStories.AsNoTracking().VisibleTo(viewer);
        if (after is { } last)
        {
            // Ids carry the time they were made, so that the id alone is the position.
            mine = mine.Where(s => s.Id.CompareTo(last) < 0);
        }

        return await OpenAsync(viewer, mine.OrderByDescending(s => s.Id).Take(limit), cancellationToken);
    }

    public async Task<OpenStory?> FindAsync(Viewer viewer, StoryId id, CancellationToken cancellationToken) =>
        await OpenAsync(viewer, db.GrowthStories.AsNoTracking().VisibleTo(viewer).Where(s => s.Id == id), cancellationToken)
            is [var found, ..]
            ? found
            : null;

    private async Task<IReadOnlyList<OpenStory>> OpenAsync(
        Viewer viewer,
        IQueryable<GrowthStory> stories,
        CancellationToken cancellationToken
    )
    {
        var rows = await stories
            .Select(s => new
            {
                Story = s,
                Teller = db
                    .People.Where(p => p.Id == s.OwnerId)
                    .Select(p => ((p.PreferredName ?? p.FirstName) + " " + p.LastName).Trim())
                    .First(),
                Interviewer = db
                    .People.Where(p => p.Id == s.InterviewerId)
                    .Select(p => ((p.PreferredName ?? p.FirstName) + " " + p.LastName).Trim())
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, rows.SelectMany(r => Texts(r.Story)), cancellationToken);
        return
        [
            .. rows.Select(r => new OpenStory(
                r.Story.Id,
                r.Story.OwnerId == viewer.PersonId,
                r.Teller,
                r.Interviewer,
                Open(r.Story, unlocked),
                StoryKinds.FromLine(Opened(r.Story.Kinds, unlocked)),
                r.Story.Consent,
                r.Story.WaitsForTeller,
                r.Story.WrittenAt,
                r.Story.DecidedAt,
                r.Story.Version
            )),
        ];
    }

    private static IEnumerable<SealedText?> Texts(GrowthStory s) =>
        [s.Title, s.WhatHappened, s.WhoTookTheRisk, s.WereYouReady, s.WhatHelped, s.ForSomebodyNow, s.Kinds];

    private static StoryTexts Open(GrowthStory s, Unlocked unlocked) =>
        new()
        {
            Title = Opened(s.Title, unlocked),
            WhatHappened = Opened(s.WhatHappened, unlocked),
            WhoTookTheRisk = Opened(s.WhoTookTheRisk, unlocked),
            WereYouReady = Opened(s.WereYouReady, unlocked),
            WhatHelped = Opened(s.WhatHelped, unlocked),
            ForSomebodyNow = Opened(s.ForSomebodyNow, unlocked),
        };

    // Between a withdrawal and the reading of this row the key can be gone already; there is nothing to read then.
    private static string Opened(SealedText? text, Unlocked unlocked) =>
        text is not null && unlocked.Opens(text) ? unlocked.Open(text) : "";
}
