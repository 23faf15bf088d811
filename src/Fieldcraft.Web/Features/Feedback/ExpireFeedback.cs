using Fieldcraft.Domain.Feedback;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Feedback;

/// <summary>Removes what opened a question once its time is over. The link is shut by the date before that.</summary>
internal sealed class ExpireFeedback(FieldcraftDb db, TimeProvider clock) : IJob
{
    public const string JobKind = "feedback.expire";

    public string Kind => JobKind;

    public async Task RunAsync(JobRow job, CancellationToken cancellationToken)
    {
        var id = FeedbackRequestId.From(Guid.ParseExact(job.Payload!, "D"));
        if (await db.FeedbackRequests.FirstOrDefaultAsync(r => r.Id == id, cancellationToken) is { } request)
        {
            request.Expire(clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
