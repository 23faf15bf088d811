namespace Fieldcraft.Web.Running;

internal static class SiteAddress
{
    /// <summary>
    /// Where a link or a code shown to a visitor leads: to the address this installation was given; without one, to where the visitor's own
    /// browser found it, so that a phone in the same room gets there too. Never for a letter: that goes to others (<see cref="Settings.PublicAddress"/>).
    /// </summary>
    public static string Site(this HttpRequest request)
    {
        var settings = request.HttpContext.RequestServices.GetRequiredService<Settings>();
        return settings.Address is null ? $"{request.Scheme}://{request.Host}" : settings.PublicAddress;
    }
}
