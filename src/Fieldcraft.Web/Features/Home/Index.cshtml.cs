using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Home;

/// <summary>One next small step, at most three other things, and the week in a few lines.</summary>
public sealed class IndexModel(HomeReading reading, Viewer viewer, Words words, TimeProvider clock) : PageModel
{
    public HomePage Home { get; private set; } = null!;

    public string Today => words.Today(clock.GetUtcNow()).ToString("dddd, d MMMM", words.Culture);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Home = await reading.ReadAsync(viewer, cancellationToken);
}
