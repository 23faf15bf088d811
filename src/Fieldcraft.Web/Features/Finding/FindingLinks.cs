namespace Fieldcraft.Web.Features.Finding;

public static class FindingLinks
{
    public const string Search = "/search";
}
