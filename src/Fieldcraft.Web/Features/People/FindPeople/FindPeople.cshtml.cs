using Fieldcraft.Domain.People;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.People.FindPeople;

public sealed class FindPeopleModel(PeopleReading reading, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<PersonLine> People { get; private set; } = [];

    /// <summary>The person after whom others follow.</summary>
    public PersonId? Next { get; private set; }

    public bool MayAdd => viewer.IsAdministrator;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Search = string.IsNullOrWhiteSpace(Search) ? null : Search.Trim()[..Math.Min(Search.Trim().Length, PeopleReading.SearchLength)];
        var after = After is { } id ? PersonId.From(id) : (PersonId?)null;
        var people = await reading.ListAsync(viewer, Search, null, after, PeopleReading.PageSize + 1, cancellationToken);
        People = [.. people.Take(PeopleReading.PageSize)];
        Next = people.Count > PeopleReading.PageSize ? People[^1].Id : null;
    }
}
