using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Opportunities.Own.Book.ListCustomers;

/// <summary>A customer's place in the picture: across how strong the contact is, up how much value could be added.</summary>
public sealed record CustomerDot(OpenEntry Customer, int Number, double X, double Y);

/// <summary>The map of internal customers: a list first, and a picture of contact against value.</summary>
public sealed class ListCustomersModel(ProviderBook book, Rules rules, Viewer viewer, Words words, TimeProvider clock) : PageModel
{
    // Places of the picture in percent, so that dots of the lowest and highest mark stand inside it.
    private const double First = 12;
    private const double Step = 25;
    private const double Beside = 4;

    public IReadOnlyList<OpenEntry> Customers { get; private set; } = [];

    public IReadOnlyList<CustomerDot> Dots { get; private set; } = [];

    public int Needed => rules.Opportunities.CustomersWithNextContact;

    public int WithNextContact => Customers.Count(c => c.HasNextContact);

    public DateOnly Today => words.Today(clock.GetUtcNow());

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        // Whoever is to be met next comes first; those without a day keep the order in which they were written.
        Customers =
        [
            .. (await book.ListAsync(viewer, [ProviderEntryKind.Customer], cancellationToken)).OrderBy(c =>
                c.Sheet.Day("nextOn") ?? DateOnly.MaxValue
            ),
        ];
        Dots =
        [
            .. Customers
                .Select((c, i) => (Customer: c, Number: i + 1, Contact: c.Sheet.Number("contact"), Value: c.Sheet.Number("value")))
                .Where(c => c.Contact is not null && c.Value is not null)
                .GroupBy(c => (c.Contact, c.Value))
                .SelectMany(place =>
                    place.Select(
                        (c, i) =>
                            new CustomerDot(
                                c.Customer,
                                c.Number,
                                First + (c.Contact!.Value * Step) + (i % 3 * Beside),
                                100 - First - (c.Value!.Value * Step) - (i / 3 * Beside)
                            )
                    )
                ),
        ];
    }
}
