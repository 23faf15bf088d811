using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.OnTheFloor;

/// <summary>Saying that one is here, for programs: by the code of a session, with number and PIN or signed in.</summary>
internal static class ArrivalsApi
{
    public static void Map(RouteGroupBuilder attendance) =>
        attendance
            .MapPost("/", ArriveAsync)
            .WithName("SayHere")
            .WithSummary(
                "You are in the session with this code: by number and PIN, or as whoever is signed in. Said again, it counts once."
            )
            .Produces<ArrivalJson>()
            .RepeatsFreely();

    private static async Task<IResult> ArriveAsync(
        ArrivalBody body,
        HttpContext http,
        AttendanceDesk desk,
        CancellationToken cancellationToken
    )
    {
        if (!OwnOrigin.IsOwn(http.Request))
        {
            return Problem.CrossSite.Result();
        }

        if (string.IsNullOrWhiteSpace(body.Door))
        {
            return InputProblem.Missing("door");
        }

        var viewer = http.ViewerOrNull();
        if (viewer is null && (string.IsNullOrWhiteSpace(body.Number) || string.IsNullOrWhiteSpace(body.Pin)))
        {
            return InputProblem.Missing(string.IsNullOrWhiteSpace(body.Number) ? "number" : "pin");
        }

        if (body.Number?.Length > SignInAccount.UserNameLength || body.Pin?.Length > PersonPin.Longest)
        {
            return InputProblem.TooLong(body.Pin?.Length > PersonPin.Longest ? "pin" : "number", SignInAccount.UserNameLength);
        }

        if (await desk.FindAsync(body.Door, cancellationToken) is not { } door)
        {
            return await desk.CountWrongDoorAsync(cancellationToken) is { } long_ ? Problem.Wait(http, long_) : Problem.NotFound.Result();
        }

        var note = body.Id is { } id ? AttendanceNoteId.From(id) : (AttendanceNoteId?)null;
        var way = body.Shared ? AttendanceWay.SharedTablet : AttendanceWay.OwnPhone;
        var tried = body.Number is { } number
            ? await desk.ArriveAsync(door, number, body.Pin ?? "", way, note, cancellationToken)
            : await desk.ArriveAsync(door, viewer!.PersonId, way, note, cancellationToken);
        return tried switch
        {
            { Wait: { } wait } => Problem.Wait(http, wait),
            { Refusal: { } refusal } => Problem.Refused(refusal),
            { Arrival: { } arrival } => Results.Ok(new ArrivalJson(arrival.DoneBefore, arrival.OtherHalfOpen)),
            _ => Problem.SignInWrong.Result(),
        };
    }

    /// <param name="Id">Made by the device, so that sending it again changes nothing.</param>
    /// <param name="Shared">On a device that is passed around.</param>
    internal sealed record ArrivalBody(Guid? Id, string? Door, string? Number, string? Pin, bool Shared = false);

    private sealed record ArrivalJson(bool DoneBefore, bool OtherHalfOpen);
}
