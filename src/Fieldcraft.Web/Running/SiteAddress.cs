namespace Fieldcraft.Web.Running;

internal static class SiteAddress
{
    /// <summary>
    /// Where a link or a code made for a visitor leads: to the address this installation was given; without one, to where the visitor's own
    /// browser found it, so that a phone in the same room gets there too.
    /// </summary>
    public static string Site(this HttpRequest request)
    {
        var settings = request.HttpContext.RequestServices.GetRequiredService<Settings>();
        return settings.Address is null ? $"{request.Scheme}://{request.Host}" : settings.PublicAddress;
    }
}
