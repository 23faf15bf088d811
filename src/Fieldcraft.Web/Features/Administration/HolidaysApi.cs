using Fieldcraft.Domain.Calendar;
using Fieldcraft.Domain.People;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Administration;

/// <summary>Holidays, kept by administrators.</summary>
internal static class HolidaysApi
{
    public static void Map(RouteGroupBuilder holidays)
    {
        holidays
            .MapGet("/", ListAsync)
            .WithName("ListHolidays")
            .WithSummary("Holidays of the units you look after, from a year ago on, by date.")
            .Produces<Listed<HolidayJson>>();
        holidays
            .MapPost("/", EnterAsync)
            .WithName("EnterHoliday")
            .WithSummary("Enters a holiday of a unit and everything below it; at the top it holds for the whole organisation.")
            .Produces<Changed>(201);
        holidays
            .MapDelete("/{id:guid}", TakeOutAsync)
            .WithName("TakeOutHoliday")
            .WithSummary("Takes a holiday out.")
            .WithoutVersion("It goes whatever it says by now.")
            .Produces(204);
    }

    private static async Task<IResult> ListAsync(HolidayDesk desk, Viewer viewer, Paging paging, CancellationToken cancellationToken)
    {
        var after = paging.After is { } id ? HolidayId.From(id) : (HolidayId?)null;
        var rows = await desk.ListAsync(viewer, after, paging.Take, cancellationToken);
        return Results.Ok(Listed.Of(rows, paging, h => h.Id.Value, h => new HolidayJson(h.Id.Value, h.On, h.Name, h.UnitId.Value, h.Unit)));
    }

    private static async Task<IResult> EnterAsync(HolidayInput input, HolidayDesk desk, Viewer viewer, CancellationToken cancellationToken)
    {
        if (input.On is not { } on || input.Unit is not { } unit || string.IsNullOrWhiteSpace(input.Name))
        {
            return InputProblem.Missing(
                input.On is null ? "on"
                : input.Unit is null ? "unit"
                : "name"
            );
        }

        if (input.Name.Trim().Length > Holiday.NameLength)
        {
            return InputProblem.TooLong("name", Holiday.NameLength);
        }

        var entered = await desk.EnterAsync(viewer, UnitId.From(unit), on, input.Name, cancellationToken);
        return entered.Value is { } holiday
            ? Results.Created($"/api/v1/holidays/{holiday.Id.Value}", new Changed(holiday.Id.Value, holiday.Version))
            : Problem.Refused(entered.Refusal!);
    }

    private static async Task<IResult> TakeOutAsync(Guid id, HolidayDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.TakeOutAsync(viewer, HolidayId.From(id), cancellationToken));
}

/// <summary>A day, what it is called, and the unit for which it holds with everything below.</summary>
public sealed record HolidayInput(DateOnly? On = null, string? Name = null, Guid? Unit = null);

public sealed record HolidayJson(Guid Id, DateOnly On, string Name, Guid Unit, string UnitName);
