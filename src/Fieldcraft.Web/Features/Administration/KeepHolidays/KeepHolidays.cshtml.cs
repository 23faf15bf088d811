using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Calendar;
using Fieldcraft.Domain.People;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Administration.KeepHolidays;

public sealed record HolidayForm
{
    [Required]
    public DateOnly? On { get; init; }

    [Required, MaxLength(Holiday.NameLength)]
    public string Name { get; init; } = "";

    [Required]
    public Guid? Unit { get; init; }
}

/// <summary>The days on which units do not work; deadlines of people pass over them.</summary>
public sealed class KeepHolidaysModel(HolidayDesk desk, Viewer viewer) : PageModel
{
    [BindProperty]
    public HolidayForm Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<KeptHoliday> Holidays { get; private set; } = [];

    public HolidayId? Next { get; private set; }

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync(cancellationToken);
            return this.Again();
        }

        var entered = await desk.EnterAsync(viewer, UnitId.From(Input.Unit!.Value), Input.On!.Value, Input.Name, cancellationToken);
        if (entered.Refusal is not { } refusal)
        {
            return this.Onward(AdministrationLinks.Holidays, "holidays.flash.entered");
        }

        await LoadAsync(cancellationToken);
        return this.Refused(refusal);
    }

    public async Task<IActionResult> OnPostTakeOutAsync(Guid holiday, CancellationToken cancellationToken) =>
        await desk.TakeOutAsync(viewer, HolidayId.From(holiday), cancellationToken)
            ? this.Onward(AdministrationLinks.Holidays, "holidays.flash.taken_out")
            : NotFound();

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var after = After is { } id ? HolidayId.From(id) : (HolidayId?)null;
        var holidays = await desk.ListAsync(viewer, after, HolidayDesk.PageSize + 1, cancellationToken);
        Holidays = [.. holidays.Take(HolidayDesk.PageSize)];
        Next = holidays.Count > HolidayDesk.PageSize ? Holidays[^1].Id : null;
        Units = [.. (await desk.UnitsAsync(viewer, cancellationToken)).Select(u => new Choice(u.Id.Value.ToString("D"), u.Path))];
    }
}
