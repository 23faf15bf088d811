namespace Fieldcraft.Web.Security;

/// <summary>
/// How often one device may try links of one kind that need no account; pages and operations count together. What is behind a link is as safe as its secret;
/// this keeps guessing from costing anything but patience.
/// </summary>
/// <param name="Kind">What is counted, for example <c>feedback</c>.</param>
/// <param name="Most">Tries in a window; <see cref="Settings.ThrottleFactor"/> multiplies it.</param>
public sealed record LinkTries(string Kind, int Most, TimeSpan Window)
{
    /// <returns>Null when the try may go on; otherwise how long to wait.</returns>
    public Task<TimeSpan?> TakeAsync(Throttle throttle, HttpContext http, CancellationToken cancellationToken) =>
        throttle.TakeAsync($"{Kind}:{http.Connection.RemoteIpAddress}", Most, Window, cancellationToken);
}
