using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Sharing;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Assignments;

/// <summary>A copy of an assignment: what it is, and the latest answers to its questions.</summary>
public sealed class ShareableAssignment(AssignmentsReading reading, Knowledge knowledge, Words words) : IShareable
{
    public SharedItemKind Kind => SharedItemKind.Assignment;

    public string AddressOf(Guid item) => AssignmentsLinks.One(AssignmentId.From(item));

    public async Task<SharedCopy?> CopyAsync(Viewer viewer, Guid item, CancellationToken cancellationToken)
    {
        if (await reading.InquiryAsync(viewer, AssignmentId.From(item), null, cancellationToken) is not { } inquiry)
        {
            return null;
        }

        var assignment = inquiry.Assignment;
        var sections = new List<SharedSection>();
        if (knowledge.Archetype(assignment.Archetype) is { } kind)
        {
            sections.Add(new(words["assignment.kind.label"], words[kind.NameWord]));
        }

        sections.Add(new(words["assignment.context.label"], assignment.Context));
        sections.AddRange(
            knowledge.Questions.Select(q => new SharedSection(
                words[q.TextWord],
                (inquiry.Now(q.Id) ?? inquiry.Earlier(q.Id).FirstOrDefault())?.Text ?? ""
            ))
        );
        sections.Add(new(words["assignment.lesson.label"], assignment.Lesson));
        return new SharedCopy(assignment.Title, [.. sections.Where(s => s.Text.Length > 0)]);
    }
}

/// <summary>A copy of a challenge profile, in words: the item is the assignment it belongs to.</summary>
public sealed class ShareableProfile(ProfileReading reading, Words words) : IShareable
{
    public SharedItemKind Kind => SharedItemKind.ChallengeProfile;

    public string AddressOf(Guid item) => AssignmentsLinks.Profile(AssignmentId.From(item));

    public async Task<SharedCopy?> CopyAsync(Viewer viewer, Guid item, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, AssignmentId.From(item), cancellationToken) is not { Version: > 0 } profile)
        {
            return null;
        }

        var ratings = profile.Ratings;
        return new SharedCopy(
            words["profile.of", profile.Assignment.Title],
            [
                .. ChallengeDimension.Task.Select(d => new SharedSection(
                    d.Name(words),
                    words["profile.copy", Said("demand", ratings.Demand, d.Id), Said("readiness", ratings.Readiness, d.Id)]
                )),
                .. ChallengeDimension.Obstacles.Select(d => new SharedSection(d.Name(words), Said("demand", ratings.Obstacles, d.Id))),
                .. SupportItem.All.Select(s => new SharedSection(words[$"support.{s.Id}.short"], Said("support", ratings.Support, s.Id))),
            ]
        );
    }

    private string Said(string scale, IReadOnlyDictionary<string, int?> ratings, string id) =>
        ratings.GetValueOrDefault(id) is { } known ? words[$"{scale}.{known}"] : words["zone_page.unknown"];
}
