using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Web.Features.Opportunities.Own.Book;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Opportunities.Own.Process.ListOpportunities;

/// <summary>The room: what is under way, whom to meet next, where to begin.</summary>
public sealed class ListOpportunitiesModel(OpportunityReading reading, ProviderBook book, Viewer viewer, Words words, TimeProvider clock)
    : PageModel
{
    private const int NextShown = 5;

    public IReadOnlyList<OpenOpportunity> UnderWay { get; private set; } = [];

    public IReadOnlyList<OpenOpportunity> Ended { get; private set; } = [];

    /// <summary>Customers with a day of the next contact, the nearest first.</summary>
    public IReadOnlyList<OpenEntry> Next { get; private set; } = [];

    public bool HasCustomers { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => words.Today(Now);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var all = await reading.ListAsync(viewer, null, OpportunityReading.Shown, cancellationToken);
        var customers = await book.ListAsync(viewer, [ProviderEntryKind.Customer], cancellationToken);
        (UnderWay, Ended) = ([.. all.Where(o => !o.IsOver)], [.. all.Where(o => o.IsOver)]);
        HasCustomers = customers.Count > 0;
        Next = [.. customers.Where(c => c.HasNextContact).OrderBy(c => c.Sheet.Day("nextOn")).Take(NextShown)];
    }
}
