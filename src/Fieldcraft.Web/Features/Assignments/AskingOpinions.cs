using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Mail;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Assignments;

/// <summary>What the form of a second opinion sends.</summary>
public sealed record AskInput
{
    public OpinionGiver Giver { get; init; }

    [MaxLength(OpinionRequest.NameLength)]
    public string? Name { get; init; }

    /// <summary>Without one the owner copies the link and hands it over.</summary>
    [EmailAddress, MaxLength(DirectoryFacts.EmailLength)]
    public string? Email { get; init; }

    /// <summary>What the giver reads: the owner decides, so that nothing goes out by itself.</summary>
    [Required, MaxLength(ShownLength)]
    public string Shown { get; init; } = "";

    public const int ShownLength = 1_000;
}

/// <summary>An opinion that was asked for, with the one moment at which its link is known.</summary>
public sealed record AskedOpinion(OpinionRequestId Id, string Secret, DateTimeOffset ExpiresAt);

/// <summary>Asks for second opinions and takes them back, for the pages and the API.</summary>
public sealed class AskingOpinions(FieldcraftDb db, Vault vault, Post post, Settings settings, Rules rules, TimeProvider clock)
{
    /// <summary>Null when there is no such assignment. Refused: <c>opinions-enough</c>, <c>assignment-ended</c>.</summary>
    public async Task<Outcome<AskedOpinion>?> AskAsync(Viewer viewer, AssignmentId id, AskInput input, CancellationToken cancellationToken)
    {
        if (await db.Assignments.VisibleTo(viewer).FirstOrDefaultAsync(a => a.Id == id, cancellationToken) is not { } assignment)
        {
            return null;
        }

        if (assignment.IsEnded)
        {
            return new Refusal("assignment-ended");
        }

        var now = clock.GetUtcNow();
        var requests = await db.OpinionRequests.VisibleTo(viewer).Where(r => r.AssignmentId == id).ToListAsync(cancellationToken);
        if (requests.Count(r => r.StateAt(now) == OpinionState.Waiting) >= OpinionRequest.WaitingAtMost)
        {
            return new Refusal("opinions-enough", OpinionRequest.WaitingAtMost);
        }

        var requestId = Id.New<OpinionRequestId>(now);
        var secret = Secrets.New();
        var shown = await vault.SealerForLinkAsync(viewer.PersonId, requestId.Value, secret, cancellationToken);
        var request = OpinionRequest.Ask(
            requestId,
            assignment,
            input.Giver,
            input.Name,
            shown.SealRequired(nameof(OpinionRequest.Shown), input.Shown, AskInput.ShownLength),
            Secrets.Hash(secret),
            rules.Feedback.ExpiresAfterDays,
            await vault.SealerAsync(viewer.PersonId, requestId.Value, cancellationToken),
            now
        );
        db.Add(request);
        if (!string.IsNullOrWhiteSpace(input.Email))
        {
            var link = settings.PublicAddress + AssignmentsLinks.GiveOpinion(Secrets.Text(secret));
            post.Send(
                input.Email.Trim(),
                viewer.Language,
                viewer.TimeZone,
                "mail.opinion",
                viewer.Name,
                link,
                rules.Feedback.ExpiresAfterDays
            );
        }

        await db.SaveChangesAsync(cancellationToken);
        return new AskedOpinion(requestId, Secrets.Text(secret), request.ExpiresAt);
    }

    /// <summary>Null when there is no such request.</summary>
    public async Task<Outcome?> WithdrawAsync(Viewer viewer, AssignmentId id, OpinionRequestId request, CancellationToken cancellationToken)
    {
        if (
            await db.OpinionRequests.VisibleTo(viewer).FirstOrDefaultAsync(r => r.Id == request && r.AssignmentId == id, cancellationToken)
            is not { } found
        )
        {
            return null;
        }

        var outcome = found.Withdraw(clock.GetUtcNow());
        if (outcome.IsDone)
        {
            await db.SaveChangesAsync(cancellationToken);
        }

        return outcome;
    }
}
