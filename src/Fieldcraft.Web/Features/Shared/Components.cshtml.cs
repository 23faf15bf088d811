using System.ComponentModel.DataAnnotations;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Shared;

public enum SampleKind
{
    Solo,
    Organisation,
}

/// <summary>One property for each kind of control.</summary>
public sealed record SampleInput
{
    [Required, MaxLength(80)]
    public string Name { get; init; } = "";

    [MaxLength(4000)]
    public string? Answer { get; init; }

    public SampleKind Kind { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public bool Own { get; init; }

    public string? Demand { get; init; }

    public DateOnly? Until { get; init; }

    public IFormFile? File { get; init; }
}

/// <summary>Every component in every state: documentation, review page and target of the accessibility check in one. In development only.</summary>
[Authorize(Policies.Anyone)]
public sealed class ComponentsModel(Settings settings, TimeProvider clock) : PageModel
{
    /// <summary>As it opens, filled in.</summary>
    public SampleInput Filled { get; } =
        new()
        {
            Name = "Opening the Tilbury hub",
            Answer = "I want to stop being the one who decides everything at the morning call.",
            Kind = SampleKind.Organisation,
            Tags = ["nights"],
            Own = true,
            Demand = "3",
            Until = new DateOnly(2027, 3, 3),
        };

    /// <summary>As it comes back, with something to mend.</summary>
    public SampleInput Wrong { get; } = new();

    public IReadOnlyList<Step> Steps { get; private set; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    public IActionResult OnGet()
    {
        if (!settings.Development)
        {
            return NotFound();
        }

        Steps =
        [
            new("Transition", IsDone: true, Address: "#steps"),
            new("Creating change", IsCurrent: true),
            new("High responsibility"),
            new("Boundaries"),
        ];
        ModelState.SetModelValue("Wrong.Until", "31.02.2027", "31.02.2027");
        foreach (
            var (name, message) in new[]
            {
                ("Name", "error.required"),
                ("Answer", "error.wrong"),
                ("Kind", "error.wrong"),
                ("Demand", "error.wrong"),
                ("Until", "error.wrong"),
                ("File", "error.required"),
                ("Own", "error.wrong"),
            }
        )
        {
            ModelState.AddModelError("Wrong." + name, HttpContext.RequestServices.GetRequiredService<Language.Words>()[message]);
        }

        TempData[PageAnswers.FlashKey] = "design.sample.flash";
        return Page();
    }
}
