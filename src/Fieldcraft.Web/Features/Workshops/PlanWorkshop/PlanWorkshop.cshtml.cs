using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Workshops.PlanWorkshop;

/// <summary>A title, a day and a place: the agenda comes with the programme.</summary>
public sealed class PlanWorkshopModel(
    WorkshopsReading reading,
    WorkshopDesk desk,
    WorkshopProgrammes programmes,
    Rules rules,
    Viewer viewer,
    Words words,
    TimeProvider clock
) : PageModel
{
    private const int DaysAhead = 28;

    [BindProperty]
    public WorkshopInput Input { get; set; } = new();

    public DateOnly Today => words.Today(clock.GetUtcNow());

    public IReadOnlyList<WorkshopProgramme> Programmes => programmes.Offered;

    public IReadOnlyList<Choice> Earlier { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var first = programmes.Offered[0];
        Input = new WorkshopInput
        {
            Programme = first.Id,
            On = Today.AddDays(DaysAhead),
            Start = first.Start,
            Seats = rules.Workshops.SeatsAtMost,
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var programme = programmes.Find(Input.Programme);
        if (programme is not { IsOffered: true })
        {
            ModelState.AddModelError("Input.Programme", words["workshops.programme.needed"]);
        }
        else
        {
            SeatFields.Check(ModelState, Input, programme, rules, words);
        }

        if (Input.On < Today)
        {
            ModelState.AddModelError("Input.On", words["workshops.on.past"]);
        }

        if (!ModelState.IsValid)
        {
            await LoadAsync(cancellationToken);
            return this.Again();
        }

        var id = await desk.PlanAsync(viewer, Input.ToFacts(viewer.TimeZone), programme!, cancellationToken);
        return this.Onward(WorkshopsLinks.One(id), "workshops.flash.planned");
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Earlier = [.. (await reading.EarlierOnesAsync(viewer, cancellationToken)).Select(w => SeatFields.Choice(w, words))];
}

internal static class SeatFields
{
    public static void Check(
        Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary state,
        WorkshopInput input,
        WorkshopProgramme programme,
        Rules rules,
        Words words
    )
    {
        var least = programme.SeatsAtLeast(rules.Workshops);
        if (input.Seats < least || input.Seats > rules.Workshops.SeatsAtMost)
        {
            state.AddModelError("Input.Seats", words["workshops.seats.range", least, rules.Workshops.SeatsAtMost]);
        }
    }

    public static Choice Choice(WorkshopLine line, Words words) =>
        new(line.Id.Value.ToString(), words["workshops.earlier.choice", line.Title, words.Day(line.On)]);
}
