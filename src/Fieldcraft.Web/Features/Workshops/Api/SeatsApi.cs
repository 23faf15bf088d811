using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Workshops.Api;

/// <summary>Whom to put on the list: a person, or the free name of somebody without an account.</summary>
public sealed record WorkshopInviteBody(Guid? Person = null, string? Name = null);

internal static class SeatsApi
{
    public static void Map(RouteGroupBuilder workshops)
    {
        const string ByName = "Somebody comes or goes; nothing that is written is replaced.";
        workshops
            .MapPost("/{id:guid}/invitations", InviteAsync)
            .WithName("InviteToWorkshop")
            .WithSummary("Puts a person or a free name on the list. No reason is kept.")
            .WithoutVersion(ByName)
            .Produces(204);
        workshops
            .MapDelete("/{id:guid}/invitations/{invitation:guid}", UninviteAsync)
            .WithName("UninviteFromWorkshop")
            .WithSummary("Takes a line off the list; the seat of a free name goes with it.")
            .WithoutVersion(ByName)
            .Produces(204);
        workshops
            .MapPost("/{id:guid}/seat", EnrolAsync)
            .WithName("EnrolInWorkshop")
            .WithSummary("Takes a seat, or a place on the waiting list.")
            .WithoutVersion(ByName)
            .Produces(204);
        workshops
            .MapDelete("/{id:guid}/seat", LeaveAsync)
            .WithName("LeaveWorkshop")
            .WithSummary("Gives the seat or the place back, without a reason.")
            .WithoutVersion(ByName)
            .Produces(204);
        workshops
            .MapPost("/{id:guid}/decline", DeclineAsync)
            .WithName("DeclineWorkshop")
            .WithSummary("Says no to an invitation; nothing is kept of it.")
            .WithoutVersion(ByName)
            .Produces(204);
    }

    private static async Task<IResult> InviteAsync(
        Guid id,
        WorkshopInviteBody body,
        SeatDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (body.Person is { } person)
        {
            return Problem.Answer(await desk.InviteAsync(viewer, WorkshopId.From(id), PersonId.From(person), cancellationToken));
        }

        var name = body.Name?.Trim() ?? "";
        return name.Length == 0 ? InputProblem.Missing("person")
            : name.Length > WorkshopInvitation.NameLength ? InputProblem.TooLong("name", WorkshopInvitation.NameLength)
            : Problem.Answer(await desk.InviteByNameAsync(viewer, WorkshopId.From(id), name, cancellationToken));
    }

    private static async Task<IResult> UninviteAsync(
        Guid id,
        Guid invitation,
        SeatDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => Problem.Answer(await desk.UninviteAsync(viewer, WorkshopId.From(id), WorkshopInvitationId.From(invitation), cancellationToken));

    private static async Task<IResult> EnrolAsync(Guid id, SeatDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.EnrolAsync(viewer, WorkshopId.From(id), cancellationToken));

    private static async Task<IResult> LeaveAsync(Guid id, SeatDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.LeaveAsync(viewer, WorkshopId.From(id), cancellationToken));

    private static async Task<IResult> DeclineAsync(Guid id, SeatDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.DeclineAsync(viewer, WorkshopId.From(id), cancellationToken));
}
