using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Readiness.Planning;

/// <summary>What planning a new preview and changing one have in common: the fields, and what can be chosen in them.</summary>
public abstract class PreviewForm(LeadersReading leaders, Words words) : PageModel
{
    [BindProperty]
    public PreviewInput Input { get; set; } = new();

    public PreparedModule Module { get; private set; } = null!;

    public IReadOnlyList<Choice> Sites { get; private set; } = [];

    public IReadOnlyList<Choice> Facilitators { get; private set; } = [];

    public IReadOnlyList<Choice> Languages { get; private set; } = [];

    public IReadOnlyList<Choice> Shifts { get; private set; } = [];

    protected async Task LoadAsync(PreparedModule module, CancellationToken cancellationToken)
    {
        Module = module;
        Sites = [.. (await leaders.SitesAsync(module, cancellationToken)).Select(s => new Choice(s.Id.Value.ToString(), s.Name))];
        Facilitators =
        [
            .. (await leaders.FacilitatorsAsync(cancellationToken)).Select(f => new Choice(
                f.Id.Value.ToString(),
                $"{f.Name} · {words[$"ready.language.{f.Language}"]}"
            )),
        ];
        Languages = [.. module.Content.Languages.Select(l => new Choice(l, words[$"ready.language.{l}"]))];
        Shifts = [.. UsualShift.InOrder.Select(s => new Choice(s, words[$"ready.shift.{s}"]))];
    }

    /// <summary>The zone of the people at a site: what a clock there shows.</summary>
    protected async Task<string> ZoneAsync(string otherwise, CancellationToken cancellationToken)
    {
        if (Input.Site is not { } site)
        {
            return otherwise;
        }

        var sites = (await leaders.SitesAsync(Module, cancellationToken)).Where(s => s.Id == UnitId.From(site)).ToList();
        var people = await leaders.LeadersAsync(Module.UnitPath, sites, cancellationToken);
        return people.Count == 0 ? otherwise : people[0].TimeZone;
    }

    protected void Say(ModelStateDictionary state, IReadOnlyList<InputProblem> problems)
    {
        foreach (var problem in problems)
        {
            var field = char.ToUpperInvariant(problem.Path[0]) + problem.Path[1..];
            state.AddModelError($"Input.{field}", words["ready.input.wrong", PreparationSize.Of(Input.Kind).LeadersAtMost]);
        }
    }
}
