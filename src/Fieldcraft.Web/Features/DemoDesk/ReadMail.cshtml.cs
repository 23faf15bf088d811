using System.Text.RegularExpressions;
using Fieldcraft.Web.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.DemoDesk;

/// <summary>The letters that a demo would have sent.</summary>
public sealed partial class ReadMailModel(Settings settings) : PageModel
{
    public IReadOnlyList<SentLetter> Letters { get; private set; } = [];

    /// <param name="enclosed">The letter whose file is wanted; none: the letters.</param>
    public async Task<IActionResult> OnGetAsync(Guid? enclosed, CancellationToken cancellationToken)
    {
        if (!settings.Demo)
        {
            return NotFound();
        }

        Letters = await FolderMailer.ListAsync(settings, cancellationToken);
        return enclosed is null ? Page()
            : Letters.FirstOrDefault(l => l.Id == enclosed) is { Enclosed: { } name } letter
                ? PhysicalFile(Path.GetFullPath(FolderMailer.EnclosedIn(settings, letter.Id)), "application/octet-stream", name)
            : NotFound();
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
