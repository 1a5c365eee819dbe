using Bot.Retrieval.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Retrieval.Tests.Documents;

public sealed class AddDocumentsTests
{
    [Fact]
    public void Every_reader_is_registered_once_however_often_documents_are_added()
    {
        var services = new ServiceCollection().AddDocuments().AddDocuments();
        var readers = typeof(IDocumentReader).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IDocumentReader)));
        Assert.Equal(
            readers.Select(type => type.Name).Order(),
            services.Where(service => service.ServiceType == typeof(IDocumentReader)).Select(service => service.ImplementationType!.Name).Order());
        Assert.Single(services, service => service.ServiceType == typeof(DocumentLoader));
        Assert.Single(services, service => service.ServiceType == typeof(SeedsFolder));
    }
}
