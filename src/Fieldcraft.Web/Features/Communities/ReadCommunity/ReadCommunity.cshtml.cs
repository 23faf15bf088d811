using Fieldcraft.Domain.Communities;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Communities.ReadCommunity;

/// <summary>A community: its purpose, meetings, memory and people; joining and leaving.</summary>
public sealed class ReadCommunityModel(
    CommunitiesReading reading,
    CommunityDesk desk,
    MemoryDesk memory,
    Viewer viewer,
    Words words,
    TimeProvider clock
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    [BindProperty]
    public FindingInput Input { get; set; } = new();

    public OpenCommunity Community { get; private set; } = null!;

    public IReadOnlyList<OpenCommunityMeeting> Meetings { get; private set; } = [];

    public IReadOnlyList<OpenFinding> Findings { get; private set; } = [];

    public IReadOnlyList<CommunityMember> Members { get; private set; } = [];

    /// <summary>The finding after which older ones follow.</summary>
    public FindingId? More { get; private set; }

    /// <summary>How many, who keeps it, since when.</summary>
    public IReadOnlyList<string> Facts =>
        [
            words.Count("communities.members", Community.Members),
            Community.Steward is { } steward ? words["communities.steward_is", steward] : words["communities.no_steward"],
            words["communities.since", words.Day(Community.FoundedAt)],
        ];

    public bool IsOwn(OpenFinding finding) => finding.ById == viewer.PersonId;

    public bool MayStrike(OpenFinding finding) => IsOwn(finding) || Community.MayKeep;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await LoadAsync(id, cancellationToken) ? this.Again() : NotFound();
        }

        var written = await memory.WriteAsync(viewer, CommunityId.From(id), Input.Text, cancellationToken);
        var outcome = written is { } made ? new Outcome(made.Refusal) : (Outcome?)null;
        return await AnswerAsync(id, outcome, "communities.flash.written", cancellationToken);
    }

    public async Task<IActionResult> OnPostJoinAsync(Guid id, CancellationToken cancellationToken) =>
        await AnswerAsync(
            id,
            await desk.JoinAsync(viewer, CommunityId.From(id), cancellationToken),
            "communities.flash.joined",
            cancellationToken
        );

    public async Task<IActionResult> OnPostLeaveAsync(Guid id, CancellationToken cancellationToken) =>
        await desk.LeaveAsync(viewer, CommunityId.From(id), cancellationToken)
            ? this.Onward(CommunitiesLinks.One(CommunityId.From(id)), "communities.flash.left")
            : NotFound();

    public async Task<IActionResult> OnPostCallOffAsync(Guid id, Guid meeting, CancellationToken cancellationToken) =>
        await AnswerAsync(
            id,
            await desk.CallOffAsync(viewer, CommunityMeetingId.From(meeting), cancellationToken),
            "communities.flash.called_off",
            cancellationToken
        );

    public async Task<IActionResult> OnPostStrikeAsync(Guid id, Guid finding, CancellationToken cancellationToken) =>
        await memory.StrikeAsync(viewer, FindingId.From(finding), cancellationToken)
            ? this.Onward(CommunitiesLinks.One(CommunityId.From(id)), "communities.flash.struck")
            : NotFound();

    private async Task<IActionResult> AnswerAsync(Guid id, Outcome? done, string flash, CancellationToken cancellationToken)
    {
        if (done is not { } outcome || !await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (outcome.Refusal is { } refusal)
        {
            ModelState.Clear();
            return this.Refused(refusal);
        }

        return this.Onward(CommunitiesLinks.One(Community.Id), flash);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, CommunityId.From(id), cancellationToken) is not { } community)
        {
            return false;
        }

        Community = community;
        Meetings = await reading.MeetingsAsync(community.Id, words.Today(clock.GetUtcNow()), cancellationToken);
        var after = After is { } last ? FindingId.From(last) : (FindingId?)null;
        var findings = await reading.FindingsAsync(community.Id, after, CommunitiesReading.FindingsShown + 1, cancellationToken);
        Findings = [.. findings.Take(CommunitiesReading.FindingsShown)];
        More = findings.Count > CommunitiesReading.FindingsShown ? Findings[^1].Id : null;
        Members = await reading.MembersAsync(community.Id, CommunitiesReading.MembersShown, cancellationToken);
        return true;
    }
}
