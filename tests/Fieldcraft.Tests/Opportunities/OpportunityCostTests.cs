using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Opportunities;

public sealed class OpportunityCostTests
{
    [Theory, OnServersOfItsOwn]
    public async Task A_page_asks_the_database_at_most_six_times_in_every_step(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var provider = await Provider.InAsync(await World.InAsync(app));
        var customer = await provider.CustomerAsync("Returns desk", next: true);
        await provider.CustomerAsync("Fleet", next: true);
        await provider.CustomerAsync("Night dock", next: true);
        var talk = await provider.TalkAsync(customer);
        var opportunity = await provider.BeginAsync(customer, "Sorted returns");
        await StepAsync("map");
        await provider.GoOnAsync(opportunity);
        await provider.AnsweredAsync($"{talk}/confirm", app, ("Boxes[need]", "Know by noon"), ("Agrees", "true"));
        await StepAsync("talk");
        await provider.GoOnAsync(opportunity);
        await provider.WriteAsync(opportunity, "idea", ("idea", "x"), ("fitsNeed", "true"), ("feasible", "true"), ("firstStep", "y"));
        await StepAsync("idea");
        await provider.GoOnAsync(opportunity);
        await provider.WriteAsync(
            opportunity,
            "proposition",
            [.. SheetForms.Proposition.Boxes.Select(b => (b.Key, b.Kind == BoxKind.Day ? "2026-12-01" : b.Key))]
        );
        await provider.AnsweredAsync($"{opportunity}/ask?what=Proposition", app, ("Boxes[cost]", "less"));
        await StepAsync("common page");
        await provider.GoOnAsync(opportunity);
        await provider.WriteAsync(opportunity, "agreement", ("from", "2026-12-01"), ("until", "2026-12-29"), ("hours", "2"));
        await (await provider.Browser.GetAsync($"/board/trials/new?origin={opportunity.Split('/')[^1]}")).SubmitAsync(
            "main form.fields",
            ("Trial.OffThePlate", "The Thursday report")
        );
        await StepAsync("winning people");

        foreach (
            var address in new[]
            {
                "/opportunities",
                "/opportunities/customers",
                "/opportunities/services",
                $"/opportunities/customers/{customer}",
                $"/opportunities/book/customer/{customer}",
                $"/opportunities/talks/new?customer={customer}",
                talk,
                $"{talk}/confirm",
                "/opportunities/new",
                $"{opportunity}/proposition",
                $"{opportunity}/versions",
                $"{opportunity}/page",
                $"{opportunity}/upward-sheet",
                $"{opportunity}/ask?what=Proposition",
                $"{opportunity}/finish",
            }
        )
        {
            (await Queries.OfAsync(app, provider.Browser, address)).Count.ShouldBeLessThanOrEqualTo(6, address);
        }

        async Task StepAsync(string step) =>
            (await Queries.OfAsync(app, provider.Browser, opportunity)).Count.ShouldBeLessThanOrEqualTo(6, step);
    }
}
