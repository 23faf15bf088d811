using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Stories;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Stories.Library;

/// <summary>A kind of work in the map, with its name and where its stories are read.</summary>
public sealed record MapRow(MappedKind Kind, string Name, string? Address);

/// <summary>The archetypes, or the challenge dimensions.</summary>
public sealed record MapPart(string Kind, IReadOnlyList<MapRow> Rows)
{
    public int Most => Rows.Max(r => r.Kind.Shown);
}

/// <summary>"What grew you": from stories to kinds of work, as a picture and a table.</summary>
public sealed class ShowMapModel(LibraryReading library, Knowledge knowledge, Rules rules, Words words) : PageModel
{
    public IReadOnlyList<MapPart> Parts { get; private set; } = [];

    public int Minimum => rules.Stories.OnlyForMapFrom;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var map = await library.MapAsync(cancellationToken);
        Parts =
        [
            new MapPart(
                "archetype",
                Rows(map.Archetypes, id => words[knowledge.Archetype(id)!.NameWord], id => StoriesLinks.Of(id, null, null))
            ),
            new MapPart("dimension", Rows(map.Dimensions, id => words[$"dimension.{id}.name"], id => StoriesLinks.Of(null, id, null))),
        ];
    }

    private static List<MapRow> Rows(IEnumerable<MappedKind> kinds, Func<string, string> name, Func<string, string> address) =>
        [.. kinds.Where(k => k.Shown > 0).Select(k => new MapRow(k, name(k.Id), k.Read > 0 ? address(k.Id) : null))];
}
