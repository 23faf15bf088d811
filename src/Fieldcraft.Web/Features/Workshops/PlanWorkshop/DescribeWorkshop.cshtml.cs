using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Workshops.PlanWorkshop;

public sealed class DescribeWorkshopModel(WorkshopsReading reading, WorkshopDesk desk, Rules rules, Viewer viewer, Words words) : PageModel
{
    [BindProperty]
    public WorkshopInput Input { get; set; } = new();

    public OpenWorkshop Workshop { get; private set; } = null!;

    public IReadOnlyList<Choice> Earlier { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = new WorkshopInput
        {
            Title = Workshop.Title,
            On = Workshop.On,
            Start = Workshop.Agenda.Start,
            Place = Workshop.Place,
            Seats = Workshop.SeatCount,
            Door = Workshop.Door,
            Earlier = Workshop.EarlierId?.Value,
            Version = Workshop.Version,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        SeatFields.Check(ModelState, Input, Workshop.Programme, rules, words);
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var facts = Input.ToFacts(Workshop.TimeZone);
        var outcome = await desk.DescribeAsync(viewer, Workshop.Id, Input.Version, facts, cancellationToken);
        if (outcome?.Refusal is not { } refusal)
        {
            return outcome is null ? NotFound() : this.Onward(WorkshopsLinks.One(Workshop.Id), "workshops.flash.described");
        }

        if (refusal.Code == "workshop-changed-meanwhile" && await LoadAsync(id, cancellationToken))
        {
            ModelState.Remove("Input.Version");
            Input = Input with { Version = Workshop.Version };
        }

        return this.Refused(refusal);
    }

    public async Task<IActionResult> OnPostCallOffAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Clear();
        var outcome = await desk.CallOffAsync(viewer, Workshop.Id, cancellationToken);
        return outcome?.Refusal is { } refusal ? this.Refused(refusal)
            : outcome is null ? NotFound()
            : this.Onward(WorkshopsLinks.One(Workshop.Id), "workshops.flash.called_off");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, WorkshopId.From(id), cancellationToken) is not { Leads: true, IsCalledOff: false } workshop)
        {
            return false;
        }

        Workshop = workshop;
        Earlier =
        [
            .. (await reading.EarlierOnesAsync(viewer, cancellationToken))
                .Where(w => w.Id != workshop.Id)
                .Select(w => SeatFields.Choice(w, words)),
        ];
        return true;
    }
}
