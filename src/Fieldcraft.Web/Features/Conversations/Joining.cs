using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Conversations;

/// <summary>Joining by the code, for page and API. Only wrong codes are counted, for the person and for the address they come from.</summary>
public sealed class Joining(LiveDesk desk, Throttle throttle, Viewer viewer, IHttpContextAccessor http)
{
    /// <summary>Wrong codes of one person in <see cref="Window"/>.</summary>
    internal const int MostOfPerson = 10;

    /// <summary>Wrong codes from one address: a whole room may sit behind one.</summary>
    internal const int MostFromAddress = 60;

    internal static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <returns>The session; a refusal; or how long to wait after too many wrong codes. All null: the code opens nothing.</returns>
    public async Task<(LiveSession? Session, Refusal? Refusal, TimeSpan? Wait)> ByCodeAsync(
        string? typed,
        CancellationToken cancellationToken
    )
    {
        ThrottleLimit[] limits =
        [
            new($"join:{viewer.PersonId.Value:n}", MostOfPerson, Window),
            new($"join:{http.HttpContext!.Connection.RemoteIpAddress}", MostFromAddress, Window),
        ];
        if (await throttle.TakeAsync(limits, cancellationToken) is { } wait)
        {
            return (null, null, wait);
        }

        if (JoinCode.Read(typed) is not { } code || await desk.JoinAsync(code, cancellationToken) is not { } joined)
        {
            return (null, null, null);
        }

        await throttle.GiveBackAsync(limits, cancellationToken);
        return (joined.Value, joined.Refusal, null);
    }
}
