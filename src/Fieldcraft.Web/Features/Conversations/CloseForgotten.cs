using Fieldcraft.Domain.Conversations;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Conversations;

/// <summary>Closes a session that nobody ended, and takes its code away: a day after it was meant to be, or after the last thing that happened in it.</summary>
internal sealed class CloseForgotten(FieldcraftDb db, TimeProvider clock) : IJob
{
    public const string JobKind = "conversations.close";
    private static readonly TimeSpan After = TimeSpan.FromDays(1);

    public string Kind => JobKind;

    public static JobRow Of(LiveSession session, DateTimeOffset now)
    {
        var due = DueAt(session);
        return new JobRow
        {
            Id = Guid.CreateVersion7(now),
            Kind = JobKind,
            Key = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{session.Id.Value:n}/{due.ToUnixTimeSeconds()}"),
            Payload = session.Id.Value.ToString("D"),
            DueAt = due,
        };
    }

    public async Task RunAsync(JobRow job, CancellationToken cancellationToken)
    {
        var id = LiveSessionId.From(Guid.ParseExact(job.Payload!, "D"));
        if (await db.LiveSessions.FirstOrDefaultAsync(s => s.Id == id, cancellationToken) is not { EndedAt: null } session)
        {
            return;
        }

        var now = clock.GetUtcNow();
        if (DueAt(session) > now)
        {
            db.Enqueue(Of(session, now));
        }
        else
        {
            session.Lapse(now);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    // The planned day ends somewhere on earth half a day after it does in UTC; a day more is nobody's loss.
    private static DateTimeOffset DueAt(LiveSession session)
    {
        var meant = session.On is { } on ? new DateTimeOffset(on.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : session.MadeAt;
        return (meant > session.ChangedAt ? meant : session.ChangedAt) + After;
    }
}
