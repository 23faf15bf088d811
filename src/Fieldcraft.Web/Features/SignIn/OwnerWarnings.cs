using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Running;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.SignIn;

/// <summary>
/// Has the owner of a user name told that somebody tried. A job finds out whether there is such an owner: doing it on the way of the
/// request would take longer for names that exist. At most one of a kind a day.
/// </summary>
internal sealed class OwnerWarnings(FieldcraftDb db, TimeProvider clock)
{
    public async Task QueueAsync(string userName, SignInNoticeKind kind, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var name = SignInAccount.Normalise(userName);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
        var key = string.Create(CultureInfo.InvariantCulture, $"{hash}:{kind}:{now:yyyyMMdd}");
        if (await db.Jobs.AnyAsync(j => j.Kind == WarnOwner.JobKind && j.Key == key, cancellationToken))
        {
            return;
        }

        db.Enqueue(
            new JobRow
            {
                Id = Guid.CreateVersion7(now),
                Kind = WarnOwner.JobKind,
                Key = key,
                Payload = JsonSerializer.Serialize(new OwnerWarning(name, kind)),
                DueAt = now,
            }
        );
        // Another try may queue it at this moment.
        await db.TryAddAsync(cancellationToken);
    }
}

internal sealed record OwnerWarning(string UserName, SignInNoticeKind Kind);

/// <summary>Tells the owner of a user name, if there is one, what somebody tried.</summary>
internal sealed class WarnOwner(FieldcraftDb db, TimeProvider clock) : IJob
{
    public const string JobKind = "sign-in.warn";

    public string Kind => JobKind;

    public async Task RunAsync(JobRow job, CancellationToken cancellationToken)
    {
        var warning = JsonSerializer.Deserialize<OwnerWarning>(job.Payload!)!;
        if (await SignInNames.PersonAsync(db, warning.UserName, cancellationToken) is { } person)
        {
            await db.TellAsync(person.Id, warning.Kind, null, clock.GetUtcNow(), cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
