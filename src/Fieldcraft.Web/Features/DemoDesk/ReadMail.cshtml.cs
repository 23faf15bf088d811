using System.Text.RegularExpressions;
using Fieldcraft.Web.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.DemoDesk;

/// <summary>The letters that a demo would have sent.</summary>
public sealed partial class ReadMailModel(Settings settings) : PageModel
{
    public IReadOnlyList<SentLetter> Letters { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!settings.Demo)
        {
            return NotFound();
        }

        Letters = await FolderMailer.ListAsync(settings, cancellationToken);
        return Page();
    }

    /// <summary>The text with its addresses apart, so that they can be followed.</summary>
    public IEnumerable<(string Text, bool IsAddress)> Parts(string text)
    {
        var at = 0;
        foreach (Match address in Address().Matches(text))
        {
            yield return (text[at..address.Index], false);
            yield return (address.Value, true);
            at = address.Index + address.Length;
        }

        yield return (text[at..], false);
    }

    [GeneratedRegex(@"https?://[^\s]+")]
    private static partial Regex Address();
}
