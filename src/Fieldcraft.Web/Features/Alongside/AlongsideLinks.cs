using Fieldcraft.Domain.Alongside;

namespace Fieldcraft.Web.Features.Alongside;

/// <summary>Every address of the room of offers to watch and to work alongside.</summary>
public static class AlongsideLinks
{
    public const string List = "/alongside";
    public const string New = "/alongside/new";
    public const string Visits = "/alongside/visits";

    public static string Offer(OfferId id) => $"/alongside/{id.Value}";

    public static string Change(OfferId id) => $"/alongside/{id.Value}/change";

    public static string Visit(VisitId id) => $"/alongside/visits/{id.Value}";

    public static string Of(string? archetype, string? capability, string? search, OfferId? after = null)
    {
        var asked = new List<string>();
        Add("archetype", archetype);
        Add("capability", capability);
        Add("search", search);
        Add("after", after?.Value.ToString());
        return asked.Count == 0 ? List : $"{List}?{string.Join('&', asked)}";

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                asked.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
    }
}
