using System.Text.Json;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.SignIn;

/// <summary>
/// Takes the wish for a link to choose a new password. The request does the same for every name; a job looks whether there is somebody to
/// send it to.
/// </summary>
internal sealed class LinkRequests(FieldcraftDb db, Throttle throttle, IHttpContextAccessor http, TimeProvider clock)
{
    /// <returns>Null when it was taken, else how long to wait.</returns>
    public async Task<TimeSpan?> AskAsync(string userName, CancellationToken cancellationToken)
    {
        var name = SignInAccount.Normalise(userName);
        ThrottleLimit[] limits =
        [
            new($"link:name:{name}", 3, TimeSpan.FromHours(1)),
            new($"link:address:{PasswordSignIn.AddressOf(http.HttpContext!)}", 30, TimeSpan.FromHours(1)),
        ];
        if (await throttle.TakeAsync(limits, cancellationToken) is { } wait)
        {
            return wait;
        }

        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        db.Enqueue(
            new JobRow
            {
                Id = id,
                Kind = SendAskedLink.JobKind,
                Key = id.ToString("n"),
                Payload = JsonSerializer.Serialize(name),
                DueAt = now,
            }
        );
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }
}

/// <summary>Sends the link, if the name is somebody's who has an e-mail address and is still here.</summary>
internal sealed class SendAskedLink(FieldcraftDb db, Codes codes) : IJob
{
    public const string JobKind = "sign-in.link";

    public string Kind => JobKind;

    public async Task RunAsync(JobRow job, CancellationToken cancellationToken)
    {
        var name = JsonSerializer.Deserialize<string>(job.Payload!)!;
        if (await SignInNames.PersonAsync(db, name, cancellationToken) is { Email: not null, Status: not PersonStatus.Left } person)
        {
            await codes.SendLinkAsync(person, by: null, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
