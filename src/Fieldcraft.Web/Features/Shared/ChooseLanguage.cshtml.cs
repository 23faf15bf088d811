using System.Globalization;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Shared;

/// <summary>The language of this device: before anybody has signed in, and on a tablet that several people share.</summary>
[Authorize(Policies.Anyone)]
public sealed class ChooseLanguageModel(WordCatalogue catalogue) : PageModel
{
    public const string Address = "/language";
    public const string Cookie = "fieldcraft.language";

    [BindProperty(SupportsGet = true)]
    public string Return { get; set; } = "/";

    public IEnumerable<string> Languages => catalogue.Languages;

    public void OnGet() { }

    public IActionResult OnPost(string language)
    {
        Response.Cookies.Append(
            Cookie,
            catalogue.Closest(language),
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = Request.IsHttps,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
            }
        );
        return Url.IsLocalUrl(Return) ? LocalRedirect(Return) : Redirect("/");
    }

    /// <summary>As its speakers call it.</summary>
    public static string NameOf(string language) =>
        language switch
        {
            WordCatalogue.Pseudo => "Pseudo →",
            WordCatalogue.PseudoRightToLeft => "← Pseudo",
            _ => CultureInfo.GetCultureInfo(language).NativeName,
        };
}
